import type { JsonObject } from '../journal.ts';
import type { Programme } from '../programme/programme.ts';
import { allocate, takeFrom } from './allocate.ts';
import { sum } from './due.ts';
import { type Draft, entry, lotOf } from './ledger.ts';
import { type Allocation, freePoints } from './lot.ts';

export type ClawedBack = {
  /** Out of the purchase's own lot and then out of others. */
  takenPoints: number;
  /** Already expired unspent in the purchase's own lot: gone, so not taken again. */
  lapsedPoints: number;
  owedPoints: number;
  writtenOffPoints: number;
};

/**
 * Takes back what a refund leaves unearned: out of the purchase's own lot first, then what of that
 * lot expired unspent counts as given back, then out of other lots by expiry. The rest is spent
 * already: it becomes debt, or is written off with an entry of its own, never dropped silently.
 */
export function clawBack(
  draft: Draft,
  claim: { lotId: number; points: number; policy: Programme['clawback'] },
  body: JsonObject,
): ClawedBack {
  let missing = claim.points;
  const own = lotOf(draft, claim.lotId);
  const ownPart: Allocation = { lotId: own.lotId, points: Math.min(missing, freePoints(own)) };
  if (ownPart.points > 0) takeFrom(draft, [ownPart]);
  missing -= ownPart.points;
  const lapsedPoints = Math.min(missing, own.lapsedPoints);
  own.lapsedPoints -= lapsedPoints;
  missing -= lapsedPoints;
  const others = allocate(draft, missing);
  takeFrom(draft, others);
  missing -= sum(others);
  const takenPoints = ownPart.points + sum(others);
  draft.totals = { ...draft.totals, debtPoints: draft.totals.debtPoints + missing };
  const owes = claim.policy === 'owe';
  const outcome = {
    takenPoints,
    lapsedPoints,
    owedPoints: owes ? missing : 0,
    writtenOffPoints: owes ? 0 : missing,
  };
  entry(draft, 'points.clawed_back', -(takenPoints + missing), { ...body, ...outcome });
  if (!owes && missing > 0) writeOff(draft, missing, body);
  return outcome;
}

function writeOff(draft: Draft, points: number, body: JsonObject): void {
  draft.totals = { ...draft.totals, debtPoints: draft.totals.debtPoints - points };
  entry(draft, 'points.written_off', points, body);
}
