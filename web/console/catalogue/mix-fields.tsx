import { Paper, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { type MixForm, mixExample } from './mix-form.ts';

type Props = {
  form: MixForm & { points: string };
  onChange: (part: Partial<MixForm>) => void;
  errors: { mixPoints: boolean; mixCash: boolean };
};

/** Whether members may pay part of the price in cash: the least points, and the cash beside them. */
export function MixFields({ form, onChange, errors }: Props) {
  const t = useTranslations('cash');
  const format = useFormat();
  const { shop } = useShop();
  const example = mixExample(form, shop.currency);
  return (
    <Paper withBorder p="md">
      <Switch
        size="md"
        label={t('mix')}
        checked={form.mixed}
        onChange={({ currentTarget }) => onChange({ mixed: currentTarget.checked })}
      />
      {form.mixed && (
        <Stack mt="sm" gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              label={t('mixPoints', { unit: format.unit })}
              inputMode="numeric"
              autoComplete="off"
              value={form.mixPoints}
              onChange={({ currentTarget }) => onChange({ mixPoints: currentTarget.value })}
              error={errors.mixPoints ? t('mixPointsWrong') : undefined}
            />
            <TextInput
              label={t('mixCash', { currency: shop.currency })}
              inputMode="decimal"
              autoComplete="off"
              value={form.mixCash}
              onChange={({ currentTarget }) => onChange({ mixCash: currentTarget.value })}
              error={errors.mixCash ? t('mixCashWrong') : undefined}
            />
          </SimpleGrid>
          {example && (
            <Text size="sm" c="dimmed">
              {t('mixExample', {
                all: format.points(example.all),
                least: format.points(example.least.points),
                leastCash: format.money(example.least.cashMinor, shop.currency),
                middle: format.points(example.middle.points),
                middleCash: format.money(example.middle.cashMinor, shop.currency),
              })}
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {t('mixHint')}
          </Text>
        </Stack>
      )}
    </Paper>
  );
}
