import { Alert, Paper, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { leastChargeMinor } from '../../../src/domain/money.ts';
import { AnchorLink } from '../parts/links.tsx';
import { paymentsQuery } from '../payments/api.ts';
import { takesCash } from '../payments/model.ts';
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
  const payments = useQuery(paymentsQuery);
  const least = format.money(leastChargeMinor(shop.currency), shop.currency);
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
              description={t('mixLeast', { least })}
              error={errors.mixCash ? t('mixCashWrong', { least }) : undefined}
            />
          </SimpleGrid>
          {example && (
            <Text size="sm" c="dimmed">
              {t(example.middle ? 'mixExample' : 'mixExampleTwo', {
                all: format.points(example.all),
                least: format.points(example.least.points),
                leastCash: format.money(example.least.cashMinor, shop.currency),
                middle: format.points(example.middle?.points ?? 0),
                middleCash: format.money(example.middle?.cashMinor ?? 0, shop.currency),
              })}
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {t('mixHint')}
          </Text>
          {payments.data && !takesCash(payments.data) && (
            <Alert color="orange" variant="light" title={t('mixNobody')}>
              <Text c="var(--mantine-color-text)">
                <AnchorLink to="/settings/payments">{t('mixNobodyLink')}</AnchorLink>
              </Text>
            </Alert>
          )}
        </Stack>
      )}
    </Paper>
  );
}
