import { useTranslations } from 'use-intl/react';
import { isolated } from '../../../src/messages/isolated.ts';
import type { Redemption } from '../redemptions/api.ts';
import { useFormat } from '../session/use-format.ts';

/** When a voucher was taken, and by whom where that is known. */
export function useUsedWords(): (redemption: Pick<Redemption, 'voucher' | 'usedBy'>) => string {
  const t = useTranslations('vouchers');
  const format = useFormat();
  return ({ voucher, usedBy }) => {
    const time = voucher?.usedAt ? format.dateTime(Date.parse(voucher.usedAt), Date.now()) : '';
    const where = usedBy?.branch ? ` · ${isolated(usedBy.branch)}` : '';
    const words = usedBy?.name ? t('usedBy', { time, name: isolated(usedBy.name) }) : t('usedAt', { time });
    return words + where;
  };
}
