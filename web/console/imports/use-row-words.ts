import { useTranslations } from 'use-intl/react';
import { IMPORT_COLUMNS } from '../../../src/domain/imports/listed-row.ts';
import { reasonOf } from './model.ts';

/** What is wrong with a row, as a sentence: "Points is no whole number". */
export function useRowWords(): (fault: { field: string | null; reason: string | null }) => string {
  const t = useTranslations('imports');
  return ({ field, reason }) => {
    const column = IMPORT_COLUMNS.find((known) => known === field);
    const known = reasonOf(reason);
    const isAboutHer = known === 'is_member' || known === 'repeats_row' || column === undefined;
    return t('fault', {
      what: isAboutHer ? t('person') : t(`columns.${column}`),
      reason: t(`reasons.${known}`),
    });
  };
}
