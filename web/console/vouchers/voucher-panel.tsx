import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import type { Redemption } from '../redemptions/api.ts';
import { useFormat } from '../session/use-format.ts';
import { useUsedWords } from './use-used-words.ts';
import { VoucherWorth } from './voucher-worth.tsx';

type Props = { redemption: Redemption; voucher: NonNullable<Redemption['voucher']> };

/** The code that the member shows, what it is good for and until when. */
export function VoucherPanel({ redemption, voucher }: Props) {
  const t = useTranslations('vouchers');
  const format = useFormat();
  const usedWords = useUsedWords();
  const nowMs = Date.now();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="voucher">
      <Title order={2} id="voucher" mb="xs">
        {t('one')}
      </Title>
      <Stack gap={4}>
        <VoucherWorth redemption={redemption} />
        <Text
          className="figures"
          ff="monospace"
          size="xl"
          style={{ letterSpacing: '0.12em', userSelect: 'all' }}
        >
          {voucher.code}
        </Text>
        <Text c="dimmed">
          {voucher.validUntil === null
            ? t('noEnd')
            : t('until', { date: format.lastDay(Date.parse(voucher.validUntil), nowMs) })}
        </Text>
        {voucher.usedAt && <Text>{usedWords(redemption)}</Text>}
      </Stack>
    </Paper>
  );
}
