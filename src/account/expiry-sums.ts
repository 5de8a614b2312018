import { freePoints, type Lot } from '../domain/ledger/lot.ts';

/** Free points of open lots by the time at which they expire; never-expiring ones are left out. */
export type ExpirySums = Map<number, number>;

export function expirySumsOf(lots: Iterable<Lot>): ExpirySums {
  const sums: ExpirySums = new Map();
  for (const lot of lots)
    if (lot.stage === 'open' && lot.expiresAtMs !== null && freePoints(lot) > 0)
      add(sums, lot.expiresAtMs, freePoints(lot));
  return sums;
}

/** How the sums change when some lots become what they are after a decision; what stays is left out. */
export function expirySumsMoved(before: Iterable<Lot>, after: Iterable<Lot>): ExpirySums {
  const moved = expirySumsOf(after);
  for (const [expiresAtMs, points] of expirySumsOf(before)) add(moved, expiresAtMs, -points);
  for (const [expiresAtMs, points] of moved) if (points === 0) moved.delete(expiresAtMs);
  return moved;
}

/** The sums after such a change, soonest first; a null `lastMs` shows all that come after `afterMs`. */
export function expirySumsAfter(
  sums: readonly { expiresAtMs: number; points: number }[],
  moved: ExpirySums,
  shown: { afterMs: number; lastMs: number | null },
): { expiresAtMs: number; points: number }[] {
  const all: ExpirySums = new Map(sums.map(({ expiresAtMs, points }) => [expiresAtMs, points]));
  const lastMs = shown.lastMs ?? Number.POSITIVE_INFINITY;
  for (const [expiresAtMs, points] of moved)
    if (expiresAtMs > shown.afterMs && expiresAtMs <= lastMs) add(all, expiresAtMs, points);
  return [...all]
    .filter(([, points]) => points !== 0)
    .map(([expiresAtMs, points]) => ({ expiresAtMs, points }))
    .sort((left, right) => left.expiresAtMs - right.expiresAtMs);
}

function add(sums: ExpirySums, expiresAtMs: number, points: number): void {
  sums.set(expiresAtMs, (sums.get(expiresAtMs) ?? 0) + points);
}
