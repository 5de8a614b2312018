import { Text } from '@mantine/core';
import { useTranslations } from 'use-intl/react';
import type { Redemption } from '../redemptions/api.ts';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';

/** "¥30 off ¥150 or more"; nothing for a service, whose name says what it is. */
export function VoucherWorth({ redemption }: { redemption: Redemption }) {
  const t = useTranslations('vouchers');
  const format = useFormat();
  const { shop } = useShop();
  const coupon = redemption.lines[0]?.coupon;
  if (!coupon) return null;
  const amount = format.money(coupon.faceMinor, shop.currency);
  const minimum = coupon.minimumSpendMinor;
  return (
    <Text fw={600} size="lg" className="figures">
      {minimum === null
        ? t('off', { amount })
        : t('offOver', { amount, minimum: format.money(minimum, shop.currency) })}
    </Text>
  );
}
