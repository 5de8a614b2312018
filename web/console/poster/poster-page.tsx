import { Alert, NativeSelect, SimpleGrid, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { LOCALES, type Locale } from '../../../src/domain/locale.ts';
import { isLocale, LOCALE_NAMES } from '../../../src/messages/locale.ts';
import { joinLinksQuery } from '../join-links/api.ts';
import { AnchorLink } from '../parts/links.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useShop } from '../session/session.ts';
import { SheetCard } from './sheet-card.tsx';
import { TestMember } from './test-member.tsx';
import { useSheets } from './use-sheets.ts';
import './poster.css';

/** What a shop prints so that customers join: a poster, a table card, and the owner's own phone to try it. */
export function PosterPage() {
  const t = useTranslations('poster');
  const { me, shop } = useShop();
  const [locale, setLocale] = useState<Locale>(shop.locale);
  const { link: linkId } = useSearch({ from: '/shop/poster' });
  const links = useQuery({ ...joinLinksQuery, enabled: linkId !== undefined });
  const link = links.data?.links.find(({ id }) => id === linkId) ?? null;
  const sheets = useSheets(locale, link?.url ?? null);
  // A sheet with another code than the one that was asked for would be printed unseen.
  const waits = linkId !== undefined && links.data === undefined;
  const data = waits ? undefined : sheets.data;
  const error = waits ? links.error : sheets.error;
  const refetch = () => (waits ? void links.refetch() : sheets.refetch());
  return (
    <Page
      title={t('title')}
      back={
        linkId === undefined
          ? { to: '/', label: t('toHome') }
          : { to: '/members/join-links', label: t('toLinks') }
      }
      note={link === null ? t('note') : t('noteLink', { name: link.name })}
      actions={
        <NativeSelect
          aria-label={t('language')}
          value={locale}
          data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
          onChange={({ currentTarget: { value } }) => isLocale(value) && setLocale(value)}
        />
      }
    >
      {shop.state !== 'open' && (
        <Alert color="orange" variant="light" title={t('notOpenTitle')}>
          <Text c="var(--mantine-color-text)">
            {t('notOpen')}{' '}
            <AnchorLink to="/" c="inherit">
              {t('toOpening')}
            </AnchorLink>
          </Text>
        </Alert>
      )}
      {me.role === 'owner' && linkId === undefined && <TestMember />}
      {error !== null && <ProblemAlert error={error} onRetry={refetch} />}
      {data ? (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
          {data.contents.map((content) => (
            <SheetCard key={content.sheet} content={content} logo={data.logo} />
          ))}
        </SimpleGrid>
      ) : (
        error === null && <Skeleton height={420} role="status" aria-label={t('drawing')} />
      )}
    </Page>
  );
}
