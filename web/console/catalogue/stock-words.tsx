import { useTranslations } from 'use-intl/react';
import type { Reward } from './api.ts';

/** How many are left, and how many are promised to redemptions under way. */
export function StockWords({ reward: { stock, draft } }: { reward: Reward }) {
  const t = useTranslations('rewards');
  if (stock === null) return draft.units === null ? t('unlimited') : t('willHave', { units: draft.units });
  return stock.unlimited
    ? t('unlimited')
    : t('left', { units: stock.availableUnits, taken: stock.takenUnits });
}
