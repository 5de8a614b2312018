import type { Words } from '../../../web/mall/words.ts';
import type { JournalRow } from '../../domain/journal.ts';
import { BYTE_ORDER_MARK, csvLines } from '../../lib/csv.ts';
import { translator } from '../../messages/translator.ts';
import { entryView } from '../mall/entry-view.ts';

/**
 * Movements as a table that a spreadsheet opens, newest first. Times are the shop's, written so that
 * they sort; what could be taken for a formula is kept as text.
 */
export function historyCsv(
  words: Words,
  rows: readonly JournalRow[],
  shop: { currency: string; timeZone: string },
): string {
  const m = translator(words.locale, 'member');
  const dayOf = new Intl.DateTimeFormat('sv-SE', { timeZone: shop.timeZone });
  const timeOf = new Intl.DateTimeFormat('sv-SE', {
    timeZone: shop.timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const fields = [
    m('csv.reference'),
    m('csv.date'),
    m('csv.what'),
    m('csv.about'),
    m('csv.points'),
    m('csv.balance'),
    m('csv.creditedOn'),
  ];
  const data = rows.map((row) => {
    const { seq, atMs, label, subject, points, balanceAfter, pendingUntilMs } = entryView(
      words,
      row,
      shop.currency,
    );
    const creditedOn = pendingUntilMs === null ? '' : dayOf.format(pendingUntilMs);
    return [seq, timeOf.format(atMs), label, subject?.text ?? '', points, balanceAfter, creditedOn];
  });
  return BYTE_ORDER_MARK + csvLines([fields, ...data]);
}
