import { NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { parseAmountMinor } from '../../../src/domain/money.ts';
import type { Programme } from '../../../src/domain/programme/programme.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { rateText, TRIED_AMOUNT, tryPurchase } from './model.ts';

/** What a purchase would earn under the rules in the fields, computed as the account computes it. */
export function TryIt({ programme }: { programme: Programme | null }) {
  const t = useTranslations('programme');
  const format = useFormat();
  const { shop } = useShop();
  const [amount, setAmount] = useState(String(TRIED_AMOUNT));
  const [chosen, setChosen] = useState('');
  const amountMinor = parseAmountMinor(amount, shop.currency);
  const categories = programme?.categoryRates.map((each) => each.category) ?? [];
  const category = categories.includes(chosen) ? chosen : null;
  const trace = programme && amountMinor !== null ? tryPurchase(programme, amountMinor, category) : null;
  const rate = trace?.lines[0]?.rate;
  const visitPoints = programme?.visitPoints ?? 0;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="try-it">
      <Stack gap="sm">
        <Title order={2} id="try-it">
          {t('tryIt')}
        </Title>
        <TextInput
          label={t('tryAmount', { currency: shop.currency })}
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          onChange={({ currentTarget }) => setAmount(currentTarget.value)}
          error={amountMinor === null ? t('tryAmountWrong') : undefined}
        />
        {categories.length > 0 && (
          <NativeSelect
            label={t('tryCategory')}
            value={category ?? ''}
            data={[{ value: '', label: t('tryCategoryOther') }, ...categories]}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
        )}
        <div role="status">
          {trace && rate && amountMinor !== null ? (
            <>
              <Text fz={28} fw={650} className="figures">
                {format.points(trace.points)}
              </Text>
              <Text c="dimmed" className="figures">
                {t('tryTrace', {
                  amount: format.money(amountMinor, shop.currency),
                  rate: rateText(rate),
                  points: format.points(trace.points),
                })}
              </Text>
              {visitPoints > 0 && (
                <Text c="dimmed" className="figures">
                  {t('tryVisit', { points: format.points(visitPoints) })}
                </Text>
              )}
            </>
          ) : (
            <Text c="dimmed">{t('tryNothing')}</Text>
          )}
        </div>
      </Stack>
    </Paper>
  );
}
