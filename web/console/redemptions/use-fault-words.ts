import { useTranslations } from 'use-intl/react';
import { PARCEL_ROW_FAULTS } from '../../../src/domain/redemption/parcel-row.ts';

const OF_THE_LINE = ['number', 'tracking', 'mangled', 'carrier'] as const;
const FAULTS = [...OF_THE_LINE, ...PARCEL_ROW_FAULTS] as const;

/** Says why a line of a file is not sent, and what to do about it; null where nothing is wrong. */
export function useFaultWords(): (why: string | null) => string | null {
  const t = useTranslations('redemptions');
  return (why) => {
    const known = FAULTS.find((fault) => fault === why);
    return known ? t(`file.why.${known}`) : null;
  };
}
