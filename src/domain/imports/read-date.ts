/** Which of two numbers before a year is the day. */
export type DateOrder = 'day_first' | 'month_first';

/** A day as `YYYY-MM-DD`, or why the text is none. */
export type ReadDate = { ok: true; day: string } | { ok: false; reason: 'not_a_date' | 'date_ambiguous' };

const TIME_AFTER = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const YEAR_FIRST = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const RUN_TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/**
 * Reads a day: 2026-11-08, 2026/11/8, 2026年11月8日 and 20261108, and with the year last 8.11.2026 and
 * 11/08/2026 in the given order. Without an order only what can be read in one way is read.
 */
export function readDate(text: string, order: DateOrder | null): ReadDate {
  const plain = text.normalize('NFKC').trim().replace(TIME_AFTER, '').replace(/\s+/g, '');
  const yearFirst = YEAR_FIRST.exec(plain) ?? RUN_TOGETHER.exec(plain);
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = YEAR_LAST.exec(plain);
  if (!yearLast) return { ok: false, reason: 'not_a_date' };
  const [, first, second, year] = yearLast;
  const known = order ?? orderOf(plain);
  if (known === 'either') return dayOf(year, second, first);
  if (known === null) return { ok: false, reason: 'date_ambiguous' };
  return known === 'day_first' ? dayOf(year, second, first) : dayOf(year, first, second);
}

/** What a list's dates say of their order: asked about where they don't say, or contradict each other. */
export type FoundOrder = { order: DateOrder | null; isAsked: boolean; example: string | null };

/** The order in which the dates of these cells are written, as far as the cells alone can tell. */
export function findDateOrder(cells: readonly string[]): FoundOrder {
  const orders = new Set<DateOrder>();
  let example: string | null = null;
  for (const cell of cells) {
    const plain = cell.normalize('NFKC').trim().replace(TIME_AFTER, '');
    const order = orderOf(plain);
    if (order === 'day_first' || order === 'month_first') orders.add(order);
    else if (order === null && YEAR_LAST.test(plain)) example ??= plain;
  }
  const [only] = orders;
  if (orders.size === 1) return { order: only ?? null, isAsked: false, example: null };
  return { order: null, isAsked: example !== null || orders.size > 1, example };
}

/** What one date with its year last says by itself: above twelve is no month, and of two equals either is. */
function orderOf(text: string): DateOrder | 'either' | null {
  const [, first, second] = YEAR_LAST.exec(text) ?? [];
  if (first === undefined || second === undefined) return null;
  if (Number(first) > 12) return 'day_first';
  if (Number(second) > 12) return 'month_first';
  return Number(first) === Number(second) ? 'either' : null;
}

function dayOf(year = '', month = '', day = ''): ReadDate {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  if (m < 1 || m > 12 || d < 1 || d > last) return { ok: false, reason: 'not_a_date' };
  return { ok: true, day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
}
