/** A grant that was typed without a network may come this late, and no later. */
export const SOLD_BEFORE_HOURS = 24;
/** Clocks of phones run a little ahead. */
const AHEAD_MS_MAX = 5 * 60_000;

/** What is wrong with the time at which a clerk says that it was sold; null where nothing is. */
export function soldAtFault(soldAtMs: number, nowMs: number): 'in_the_future' | 'too_long_ago' | null {
  if (soldAtMs > nowMs + AHEAD_MS_MAX) return 'in_the_future';
  return soldAtMs < nowMs - SOLD_BEFORE_HOURS * 3_600_000 ? 'too_long_ago' : null;
}

/**
 * The order of a receipt. One that was given and undone keeps its name for ever, so the same receipt
 * typed again, corrected, is another order: "R-7", then "R-7 (2)".
 */
export function orderIdOf(receipt: string, undoneBefore: number): string {
  return undoneBefore === 0 ? receipt : `${receipt} (${undoneBefore + 1})`;
}
