import { List, Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { useFormat } from '../session/use-format.ts';
import type { PaymentSettings } from './api.ts';

/** What Stripe waits for and until when; its own page asks for the single fields. */
export function DueList({ due, dueBy }: Pick<PaymentSettings, 'due' | 'dueBy'>) {
  const t = useTranslations('payments');
  const format = useFormat();
  if (due.length === 0) return null;
  return (
    <Stack gap={4}>
      <Text fw={600}>{t('due')}</Text>
      <List withPadding>
        {due.map((group) => (
          <List.Item key={group}>{t(`groups.${group}`)}</List.Item>
        ))}
      </List>
      {dueBy !== null && <Text>{t('dueBy', { date: format.dateTime(Date.parse(dueBy), Date.now()) })}</Text>}
    </Stack>
  );
}
