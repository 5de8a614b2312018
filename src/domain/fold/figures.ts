import type { JournalRow, JsonObject } from '../journal.ts';
import type { Folded } from './fold.ts';

/** What is known of a member at a glance, as her journal tells it. */
export type MemberFigures = {
  balancePoints: number;
  availablePoints: number;
  spentMinor: number;
  importedVisitAtMs: number | null;
  lastVisitAtMs: number | null;
  firstRedeemedAtMs: number | null;
  /** Since when her account is frozen; null while it is not. */
  frozenAtMs: number | null;
};

/** A redemption in one of these has not gone through, or no longer. */
export const NOT_REDEEMED = [
  'reserving',
  'awaiting_payment',
  'undoing',
  'undone',
  'cancelling',
  'cancelled',
] as const;

/** How long a purchase counts as spent: the 12 months. */
export const SPENT_DAYS = 365;

/**
 * The figures of one account's whole journal and of what it folds to; spent counts from `spentSinceMs` on.
 * The projection works out the same in SQL, out of its tables.
 */
export function figuresOf(
  rows: readonly JournalRow[],
  { orders, redemptions }: Pick<Folded, 'orders' | 'redemptions'>,
  spentSinceMs: number,
): MemberFigures {
  const bought = orders.map(({ body, points, clawedBackPoints, status }) => {
    const spentMinor = numberOf(body, 'spentMinor') ?? 0;
    const stands = status !== 'cancelled' && (spentMinor > 0 || points > clawedBackPoints);
    return { atMs: numberOf(body, 'occurredAtMs'), spentMinor, stands };
  });
  const importedVisitAtMs = latest(rows.map(importedVisitOf));
  const lastEntry = newest(rows.filter(({ body }) => isEntry(body)));
  const lastTold = newest(rows.filter(({ body }) => body.availableAfter !== undefined));
  const balancePoints = (lastEntry && numberOf(lastEntry.body, 'balanceAfter')) ?? 0;
  const freeze = newest(rows.filter(isFreeze));
  const redeemed = redemptions.filter(({ state }) => !NOT_REDEEMED.some((other) => other === state));
  return {
    balancePoints,
    availablePoints: (lastTold && numberOf(lastTold.body, 'availableAfter')) ?? balancePoints,
    spentMinor: bought
      .filter(({ atMs }) => atMs !== null && atMs > spentSinceMs)
      .reduce((sum, { spentMinor }) => sum + spentMinor, 0),
    importedVisitAtMs,
    lastVisitAtMs: latest([
      importedVisitAtMs,
      ...bought.map(({ atMs, stands }) => (stands ? atMs : null)),
      ...redemptions.map(({ body }) => visitOf(body)),
    ]),
    firstRedeemedAtMs: redeemed.reduce<number | null>(
      (first, { createdAtMs }) => (first === null || createdAtMs < first ? createdAtMs : first),
      null,
    ),
    frozenAtMs: freeze?.type === 'account.frozen' ? freeze.atMs : null,
  };
}

/** Whether the row freezes the account or undoes it. */
export function isFreeze({ type }: JournalRow): boolean {
  return type === 'account.frozen' || type === 'account.unfrozen';
}

/** When a row of a list of older members says that she bought something; null for all other rows. */
export function importedVisitOf({ type, body }: JournalRow): number | null {
  return type === 'points.earned' && body.movement === 'earned' ? numberOf(body, 'occurredAtMs') : null;
}

/** When she stood in the shop for a redemption: her voucher was used, her goods were handed over. */
function visitOf({ voucher, state, trackingNumber, timeline }: JsonObject): number | null {
  const usedAtMs = voucher ? numberOf(voucher as JsonObject, 'usedAtMs') : null;
  if (usedAtMs !== null) return usedAtMs;
  if (state !== 'received' || (trackingNumber ?? null) !== null) return null;
  const steps = (timeline ?? []) as { state: string; atMs: number }[];
  return steps.find((step) => step.state === 'received')?.atMs ?? null;
}

function isEntry(body: JsonObject): boolean {
  return body.points !== undefined && body.balanceAfter !== undefined;
}

function numberOf(body: JsonObject, field: string): number | null {
  const value = body[field];
  return typeof value === 'number' ? value : null;
}

function newest(rows: readonly JournalRow[]): JournalRow | null {
  return rows.reduce<JournalRow | null>(
    (last, row) => (last === null || isLater(row, last) ? row : last),
    null,
  );
}

function isLater(row: JournalRow, other: JournalRow): boolean {
  return row.epoch > other.epoch || (row.epoch === other.epoch && row.seq > other.seq);
}

function latest(times: readonly (number | null)[]): number | null {
  return times.reduce((last, atMs) => (last === null || (atMs !== null && atMs > last) ? atMs : last), null);
}
