import { SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { LOCALES } from '../../../src/domain/locale.ts';
import { rewardsQuery } from '../catalogue/api.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { designPreviewQuery } from './api.ts';
import { PREVIEW_PAGES, type PreviewChoice, previewAddress } from './model.ts';

/** The mall itself, drawn by the draft that the server has, on a phone. */
export function PreviewPhone({ version }: { version: string }) {
  const t = useTranslations('design');
  const { shop } = useShop();
  const format = useFormat();
  const sealed = useQuery(designPreviewQuery);
  const rewards = useQuery(rewardsQuery);
  const rewardId = rewards.data?.items.find(({ state }) => state === 'live')?.id ?? null;
  const [choice, setChoice] = useState<PreviewChoice>({
    page: 'home',
    as: 'visitor',
    scheme: 'light',
    locale: shop.locale,
  });
  const choose = (part: Partial<PreviewChoice>) => setChoice((before) => ({ ...before, ...part }));
  const address =
    sealed.data && previewAddress(sealed.data.url, choice, { rewardId, version, base: window.location.href });
  const pageWords = { unit: format.unit };
  return (
    <section className="designPreview" aria-label={t('preview.title')}>
      <SegmentedControl
        fullWidth
        aria-label={t('preview.page')}
        value={choice.page}
        onChange={(page) => choose({ page: page as PreviewChoice['page'] })}
        data={PREVIEW_PAGES.map((value) => ({
          value,
          label: t(`preview.pages.${value}`, pageWords),
          disabled: value === 'reward' && rewardId === null,
        }))}
      />
      <div className="designPhone" data-scheme={choice.scheme}>
        {address ? (
          <Frames address={address} title={t('preview.title')} />
        ) : sealed.isError ? (
          <Text c="dimmed" p="lg">
            {t('preview.failed')}
          </Text>
        ) : (
          <Skeleton height="100%" radius={0} />
        )}
      </div>
      <div className="designPreviewChoices">
        <SegmentedControl
          size="xs"
          aria-label={t('preview.language')}
          value={choice.locale}
          onChange={(locale) => choose({ locale: locale as PreviewChoice['locale'] })}
          data={LOCALES.map((value) => ({ value, label: t(`preview.languages.${value}`) }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('preview.scheme')}
          value={choice.scheme}
          onChange={(scheme) => choose({ scheme: scheme as PreviewChoice['scheme'] })}
          data={(['light', 'dark'] as const).map((value) => ({ value, label: t(`preview.${value}`) }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('preview.as')}
          value={choice.page === 'points' ? 'member' : choice.page === 'widget' ? 'visitor' : choice.as}
          disabled={choice.page === 'points' || choice.page === 'widget'}
          onChange={(as) => choose({ as: as as PreviewChoice['as'] })}
          data={(['visitor', 'member'] as const).map((value) => ({ value, label: t(`preview.${value}`) }))}
        />
      </div>
      {rewards.data && rewardId === null && (
        <Text size="sm" c="dimmed" ta="center">
          {t('preview.noReward')}
        </Text>
      )}
    </section>
  );
}

/** What is shown stays until the next page is drawn: a change of colour must not blink. */
export function Frames({ address, title }: { address: string; title: string }) {
  const [shown, setShown] = useState<string | null>(null);
  const [loaded, setLoaded] = useState<string | null>(null);
  useEffect(() => {
    if (loaded === address) setShown(address);
  }, [loaded, address]);
  const addresses = shown === null || shown === address ? [address] : [shown, address];
  return addresses.map((each) => (
    <iframe
      key={each}
      src={each}
      title={title}
      className="designFrame"
      data-waiting={each !== (shown ?? address) || undefined}
      aria-hidden={each !== (shown ?? address) || undefined}
      tabIndex={each === (shown ?? address) ? 0 : -1}
      onLoad={() => setLoaded(each)}
    />
  ));
}
