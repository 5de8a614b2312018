import type { JournalType, JsonObject } from '../journal.ts';
import { settleDebt, writeDownDue } from './due.ts';
import { type Draft, entry, lotOf } from './ledger.ts';

export type Grant = {
  points: number;
  availableAtMs: number | null;
  expiresAtMs: number | null;
};

/**
 * Adds a lot with its entry; the lot is named by the entry's row. Points available at once pay debt
 * first; points that came too late to be spent expire at once, with an entry. Returns null where
 * nothing was earned: then there is an entry that says why, and no lot.
 */
export function grant(
  draft: Draft,
  type: JournalType,
  given: Grant,
  body: JsonObject,
  detail: JsonObject | null,
): number | null {
  const { points, availableAtMs, expiresAtMs } = given;
  const lotId = draft.headSeq + 1;
  const times = { availableAtMs, expiresAtMs };
  entry(draft, type, points, { ...body, ...(points > 0 ? { lotId, ...times } : {}) }, detail);
  if (points === 0) return null;
  const pending = availableAtMs === null || availableAtMs > draft.nowMs;
  const stage = pending ? 'pending' : 'open';
  const empty = { heldPoints: 0, lapsedPoints: 0 };
  const lot = { lotId, points, remainingPoints: points, ...empty, stage, ...times } as const;
  draft.lots.set(lotId, { ...lot, originalExpiresAtMs: expiresAtMs });
  if (pending) draft.totals = { ...draft.totals, pendingPoints: draft.totals.pendingPoints + points };
  const open = lotOf(draft, lotId);
  if (!pending && draft.totals.debtPoints > 0) settleDebt(draft, [open]);
  writeDownDue(draft);
  return lotId;
}

/** Completes a purchase: the days until entry begin, and points already due mature at once. */
export function setMaturity(
  draft: Draft,
  lotId: number,
  times: { availableAtMs: number; expiresAtMs: number | null },
): void {
  const lot = lotOf(draft, lotId);
  lot.availableAtMs = times.availableAtMs;
  lot.expiresAtMs = times.expiresAtMs;
  lot.originalExpiresAtMs = times.expiresAtMs;
  writeDownDue(draft);
}
