import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { birthdayText } from '../../../src/messages/birthday-text.ts';
import { pickText } from '../../../src/messages/localized-text.ts';
import { useSubmission } from '../api/use-submission.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { changeMember } from '../members/api.ts';
import { useShop } from '../session/session.ts';
import { memberProfileQuery } from './api.ts';

/** What she said of herself, in small pairs; nothing stands here where she said nothing. */
export function MemberProfile({ memberId }: { memberId: string }) {
  const t = useTranslations('members');
  const { locale } = useLanguage();
  const { shop } = useShop();
  const query = memberProfileQuery(memberId);
  const profile = useQuery(query);
  const change = useSubmission({ send: changeMember, refresh: [query.queryKey] });
  const { answers = [], birthday = null } = profile.data ?? {};
  if (answers.length === 0 && birthday === null) return null;
  const said = (text: Parameters<typeof pickText>[0]) => pickText(text, locale, shop.locale)?.text ?? '';
  return (
    <Group component="dl" gap="lg" m={0}>
      {birthday !== null && (
        <Pair term={t('birthday')}>
          {birthdayText(locale, birthday)}
          <Button
            variant="subtle"
            size="compact-sm"
            loading={change.isPending}
            onClick={() => change.mutate({ memberId, birthday: null })}
          >
            {t('birthdayRemove')}
          </Button>
        </Pair>
      )}
      {answers.map(({ question, answer }) => (
        <Pair key={said(question)} term={said(question)}>
          {said(answer)}
        </Pair>
      ))}
    </Group>
  );
}

function Pair({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <Text component="dt" size="sm" c="dimmed">
        {term}
      </Text>
      <Text component="dd" m={0}>
        {children}
      </Text>
    </div>
  );
}
