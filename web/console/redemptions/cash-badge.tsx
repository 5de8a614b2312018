import { Badge } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import { useFormat } from '../session/use-format.ts';
import type { Redemption } from './api.ts';
import { cashBackOf } from './cash.ts';

type Props = { payment: NonNullable<Redemption['payment']> };

/** Cash that went back or has to; what staff must do about it stands out. */
export function CashBadge({ payment }: Props) {
  const t = useTranslations('cash');
  const format = useFormat();
  const back = cashBackOf(payment);
  if (back === null) return null;
  const pressing = back.standing === 'failed' || back.standing === 'toHandBack';
  return (
    <Badge
      color={pressing ? 'red.8' : 'gray'}
      variant={pressing ? 'filled' : 'light'}
      tt="none"
      {...(pressing ? {} : { styles: { label: { color: 'var(--mantine-color-text)' } } })}
    >
      {t(`back.${back.standing}`, { amount: format.money(back.amountMinor, payment.currency) })}
    </Badge>
  );
}
