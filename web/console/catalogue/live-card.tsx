import { Box, Paper, Stack, Text } from '@mantine/core';

import { useTranslations } from 'use-intl/react';
import { REWARD_LIMITS } from '../../../src/domain/catalogue/reward-limits.ts';
import { parseAmountMinor } from '../../../src/domain/money.ts';
import { pickText } from '../../../src/messages/localized-text.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { parseWhole, type RewardForm } from './model.ts';
import { SquarePicture } from './square-picture.tsx';
import { usePictureUrl } from './use-picture-url.ts';

type Props = { form: RewardForm; picture: File | null; url: string | null };

/** The reward as its tile will stand in the mall, while it is typed. */
export function LiveCard({ form, picture, url }: Props) {
  const t = useTranslations('rewards');
  const format = useFormat();
  const { locale } = useLanguage();
  const { shop } = useShop();
  const shown = usePictureUrl(picture) ?? url;
  const name = pickText(form.names, locale, shop.locale)?.text;
  const points = parseWhole(form.points, REWARD_LIMITS.points);
  const least = form.mixed ? parseWhole(form.mixPoints, REWARD_LIMITS.points) : null;
  const cash = form.mixed ? parseAmountMinor(form.mixCash, shop.currency) : null;
  const market = parseAmountMinor(form.marketPrice, shop.currency);
  return (
    <Box component="section" aria-labelledby="live-card" className="liveCard">
      <Text id="live-card" size="sm" c="dimmed" mb={6}>
        {t('preview')}
      </Text>
      <Paper withBorder radius="lg" style={{ overflow: 'hidden' }} maw={280}>
        <SquarePicture url={shown} />
        <Stack gap={2} p="md">
          <Text fw={600} lineClamp={2} {...(name ? {} : { c: 'dimmed' })}>
            {name || t('name')}
          </Text>
          <Text fw={700} fz="lg" className="figures">
            {points ? format.points(points) : t('noPrice')}
          </Text>
          {least && cash ? (
            <Text size="sm" className="figures">
              {t('previewMix', { points: format.points(least), cash: format.money(cash, shop.currency) })}
            </Text>
          ) : null}
          {market ? (
            <Text size="sm" c="dimmed" className="figures">
              {t('previewMarket', { price: format.money(market, shop.currency) })}
            </Text>
          ) : null}
        </Stack>
      </Paper>
    </Box>
  );
}
