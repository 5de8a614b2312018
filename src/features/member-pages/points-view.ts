import type { EntryMonth, EntryTab, EntryView, PointsView } from '../../../web/mall/views.ts';
import type { Words } from '../../../web/mall/words.ts';
import type { EntrySpan, EntrySums, Overview, Page } from '../../account/contract.ts';
import { monthAround } from '../../domain/calendar.ts';
import type { JournalRow } from '../../domain/journal.ts';
import { entryView } from '../mall/entry-view.ts';

export const ENTRY_TABS: readonly EntryTab[] = ['all', 'earned', 'used', 'pending', 'expired'];

export function readTab(text: string | undefined): EntryTab {
  return ENTRY_TABS.find((tab) => tab === text) ?? 'all';
}

export type PointsSource = {
  who: PointsView['who'];
  tab: EntryTab;
  overview: Overview;
  /** Null where they could not be read. */
  entries: Page<JournalRow> | null;
  /** Of `spansOf(entries)`, in its order; null where they could not be read. */
  sums: EntrySums | null;
  /** False on the first page. */
  paged: boolean;
  missing: PointsView['missing'];
};

/** The months that a page of entries shows, as spans to be summed; a month may begin on another page. */
export function spansOf(rows: readonly JournalRow[], timeZone: string): EntrySpan[] {
  const spans = new Map<number, EntrySpan>();
  for (const { seq, atMs } of rows) {
    const month = monthAround(atMs, timeZone);
    if (!spans.has(month.fromMs)) spans.set(month.fromMs, { nearSeq: seq, ...month });
  }
  return [...spans.values()];
}

/** What a page about points is drawn from. The sums are those of whole months, so only all entries have them. */
export function pointsView(
  words: Words,
  source: PointsSource,
  shop: { currency: string; timeZone: string },
): PointsView {
  const { overview, entries, sums, tab, who, missing } = source;
  const { balances, expiries, maturities } = overview;
  return {
    who,
    balances,
    isFrozen: overview.frozenAtMs !== null,
    earnedPoints: sums?.earnedPoints ?? null,
    tab,
    missing,
    expiries,
    maturities,
    entries: entries && {
      months: monthsOf(words, entries.items, { ...shop, maturities, sums: tab === 'all' ? sums : null }),
      olderHref: entries.nextCursor === null ? null : pageHref(tab, entries.nextCursor),
      newestHref: source.paged ? pageHref(tab, null) : null,
    },
  };
}

function monthsOf(
  words: Words,
  rows: readonly JournalRow[],
  {
    currency,
    timeZone,
    sums,
    maturities,
  }: { currency: string; timeZone: string; sums: EntrySums | null } & Pick<Overview, 'maturities'>,
): EntryMonth[] {
  const entryOf = (row: JournalRow) => stillPending(entryView(words, row, currency), maturities);
  return spansOf(rows, timeZone).map(({ fromMs, toMs }, position) => ({
    month: words.format.month(fromMs),
    sums: sums?.spans[position] ?? null,
    items: rows.filter(({ atMs }) => atMs >= fromMs && atMs < toMs).map(entryOf),
  }));
}

/** What was pending and has been taken back waits no more: nothing of hers matures at that time. */
function stillPending(entry: EntryView, maturities: Overview['maturities']): EntryView {
  const datedUntilMs = Math.max(0, ...maturities.map(({ availableAtMs }) => availableAtMs ?? 0));
  const waitsFor = entry.pendingUntilMs;
  // Only the soonest times are listed; beyond them nothing is known.
  const isListed =
    maturities.every(({ availableAtMs }) => availableAtMs !== null) || (waitsFor ?? 0) <= datedUntilMs;
  const matures = maturities.some(({ availableAtMs }) => availableAtMs === waitsFor);
  return waitsFor === null || matures || !isListed ? entry : { ...entry, pendingUntilMs: null };
}

function pageHref(tab: EntryTab, before: number | null): string {
  const query = [...(tab === 'all' ? [] : [`tab=${tab}`]), ...(before === null ? [] : [`before=${before}`])];
  return `/points${query.length > 0 ? `?${query.join('&')}` : ''}#history`;
}
