import { type Draft, lotOf } from './ledger.ts';
import { type Allocation, byExpiry, freePoints, isExpired, type Lot } from './lot.ts';

/**
 * Chooses lots for that many points, the earliest expiry first. What is due must have been written
 * down. The parts add up to less where the free points do not suffice.
 */
export function allocate(draft: Draft, points: number): Allocation[] {
  const parts: Allocation[] = [];
  let missing = points;
  for (const lot of spendableLots(draft)) {
    if (missing === 0) break;
    const part = Math.min(missing, freePoints(lot));
    parts.push({ lotId: lot.lotId, points: part });
    missing -= part;
  }
  return parts;
}

/** Takes free points out of their lots for good; the entry that says why is the caller's. */
export function takeFrom(draft: Draft, parts: readonly Allocation[]): void {
  for (const part of parts) {
    const lot = lotOf(draft, part.lotId);
    lot.remainingPoints -= part.points;
    if (lot.stage === 'pending')
      draft.totals = { ...draft.totals, pendingPoints: draft.totals.pendingPoints - part.points };
  }
}

function spendableLots(draft: Draft): Lot[] {
  return [...draft.lots.values()]
    .filter((lot) => lot.stage === 'open' && freePoints(lot) > 0 && !isExpired(lot, draft.nowMs))
    .sort(byExpiry);
}
