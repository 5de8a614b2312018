import type { Lot } from '../domain/ledger/lot.ts';
import { freePoints } from '../domain/ledger/lot.ts';

/**
 * Free points of open lots by their expiry: a sum over the lots table, kept in memory so that showing
 * a balance does not read every lot. It is only shown, never decided by; dropping it costs one read.
 */
export class ExpiryCalendar {
  #points: Map<number, number> | null = null;

  /** The calendar as written, counted from the table on first use. */
  read(count: () => Map<number, number>): ReadonlyMap<number, number> {
    this.#points ??= count();
    return this.#points;
  }

  /** Follows lots from what they were to what was committed. */
  follow(before: readonly Lot[], after: Iterable<Lot>): void {
    if (this.#points === null) return;
    move(this.#points, before, -1);
    move(this.#points, after, 1);
  }
}

/** The same calendar after lots changed, for showing what is due but not written down yet. */
export function calendarAfter(
  calendar: ReadonlyMap<number, number>,
  before: readonly Lot[],
  after: Iterable<Lot>,
): Map<number, number> {
  const points = new Map(calendar);
  move(points, before, -1);
  move(points, after, 1);
  return points;
}

function move(points: Map<number, number>, lots: Iterable<Lot>, sign: 1 | -1): void {
  for (const lot of lots) {
    if (lot.stage !== 'open' || lot.expiresAtMs === null || freePoints(lot) === 0) continue;
    const sum = (points.get(lot.expiresAtMs) ?? 0) + sign * freePoints(lot);
    if (sum === 0) points.delete(lot.expiresAtMs);
    else points.set(lot.expiresAtMs, sum);
  }
}
