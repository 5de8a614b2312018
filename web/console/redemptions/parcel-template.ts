import { useTranslations } from 'use-intl/react';
import { numberOf } from '../../../src/domain/redemption/redemption-number.ts';
import { saveTable } from '../parts/save-file.ts';
import { writeTable } from '../table-file/write-table.ts';
import type { ListedRedemption } from './api.ts';
import { rememberedCarrier } from './carriers.ts';
import { addressLines } from './model.ts';
import { useLineWords } from './use-line-words.ts';

/**
 * Saves a table of what is to be sent, with the columns that come back filled in. The number is written in
 * two fours: a spreadsheet would take 1234E567 for a very large figure.
 */
export function useParcelTemplate(): (redemptions: readonly ListedRedemption[]) => Promise<void> {
  const t = useTranslations('redemptions');
  const lineWords = useLineWords();
  return async (redemptions) => {
    const header = ['number', 'what', 'recipient', 'phone', 'address', 'carrier', 'tracking'] as const;
    const lines = redemptions.map(({ id, lines: rewards, delivery }) => [
      `${numberOf(id).slice(0, 4)} ${numberOf(id).slice(4)}`,
      rewards.map(lineWords).join(t('listComma')),
      delivery?.recipientName ?? '',
      // A plus begins a formula, and the carriers at home want none.
      delivery?.phone.replace(/^\+86(?=1\d{10}$)/, '') ?? '',
      delivery ? addressLines(delivery).place : '',
      rememberedCarrier(),
      '',
    ]);
    const table = await writeTable([header.map((name) => t(`file.columns.${name}`)), ...lines]);
    saveTable(table, `${t('file.templateName')}.csv`);
  };
}
