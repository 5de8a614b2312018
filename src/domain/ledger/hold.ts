import { addDays } from '../calendar.ts';
import type { JsonObject } from '../journal.ts';
import { expire, settleDebt, sum } from './due.ts';
import { type Draft, entry, lotOf } from './ledger.ts';
import { type Allocation, isExpired, type Lot } from './lot.ts';

/** Pins points: they stay in the balance, but nothing else can spend them and they do not expire. */
export function pin(draft: Draft, parts: readonly Allocation[]): void {
  for (const part of parts) lotOf(draft, part.lotId).heldPoints += part.points;
  moveHeld(draft, sum(parts));
}

/** Spends pinned points, with the entry that takes them out of the balance. */
export function capture(draft: Draft, parts: readonly Allocation[], body: JsonObject): void {
  for (const part of parts) {
    const lot = lotOf(draft, part.lotId);
    lot.heldPoints -= part.points;
    lot.remainingPoints -= part.points;
  }
  moveHeld(draft, -sum(parts));
  entry(draft, 'points.redeemed', -sum(parts), body);
}

/** Unpins points: the same points are free again in the same lots. */
export function release(draft: Draft, parts: readonly Allocation[], graceDays: number): void {
  for (const part of parts) lotOf(draft, part.lotId).heldPoints -= part.points;
  moveHeld(draft, -sum(parts));
  revive(draft, parts, graceDays);
}

/** Gives spent points back to the lots that they came from, with an entry. */
export function giveBack(
  draft: Draft,
  parts: readonly Allocation[],
  graceDays: number,
  body: JsonObject,
): void {
  for (const part of parts) lotOf(draft, part.lotId).remainingPoints += part.points;
  entry(draft, 'points.returned', sum(parts), body);
  revive(draft, parts, graceDays);
}

/**
 * Points that come back to an expired lot live for the days of grace, counted once from the lot's
 * original expiry; beyond them they expire at once. What lives on pays debt first.
 */
function revive(draft: Draft, parts: readonly Allocation[], graceDays: number): void {
  const alive: Lot[] = [];
  const gone: Lot[] = [];
  for (const part of parts) {
    const lot = lotOf(draft, part.lotId);
    if (isExpired(lot, draft.nowMs)) extendByGrace(draft, lot, graceDays);
    (isExpired(lot, draft.nowMs) ? gone : alive).push(lot);
  }
  expire(draft, gone, draft.nowMs);
  if (draft.totals.debtPoints > 0) settleDebt(draft, alive);
}

function extendByGrace(draft: Draft, lot: Lot, graceDays: number): void {
  if (lot.originalExpiresAtMs === null || lot.expiresAtMs === null) return;
  const graceEndsAtMs = addDays(lot.originalExpiresAtMs, graceDays, draft.timeZone);
  lot.expiresAtMs = Math.max(lot.expiresAtMs, graceEndsAtMs);
}

function moveHeld(draft: Draft, points: number): void {
  draft.totals = { ...draft.totals, heldPoints: draft.totals.heldPoints + points };
}
