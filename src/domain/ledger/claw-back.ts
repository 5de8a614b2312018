import type { JsonObject } from '../journal.ts';
import type { Programme } from '../programme/programme.ts';
import { allocate, takeFrom } from './allocate.ts';
import { sum } from './due.ts';
import { type Draft, entry, lotOf } from './ledger.ts';
import { type Allocation, freePoints } from './lot.ts';

export type ClawedBack = {
  /** Out of its own lots and then out of others. */
  takenPoints: number;
  /** Already expired unspent in its own lots: gone, so not taken again. */
  lapsedPoints: number;
  owedPoints: number;
  writtenOffPoints: number;
};

/**
 * Takes back what is no longer earned: out of the lots that it came in first, then what of those lots
 * expired unspent counts as given back, then out of other lots by expiry. The rest is spent already: it
 * becomes debt, or is written off with an entry of its own, never dropped silently. Who closed her account
 * owes nothing, whatever the policy: what she forfeited counts as given back, what she had spent is written off.
 */
export function clawBack(
  draft: Draft,
  claim: { lots: readonly Allocation[]; policy: Programme['clawback'] },
  body: JsonObject,
): ClawedBack {
  const own = claim.lots.map((part) => takeOwn(draft, part));
  const ownPoints = own.reduce((total, part) => total + part.takenPoints, 0);
  const lapsedPoints = own.reduce((total, part) => total + part.lapsedPoints, 0);
  const others = allocate(draft, sum(claim.lots) - ownPoints - lapsedPoints);
  takeFrom(draft, others);
  const takenPoints = ownPoints + sum(others);
  const missing = sum(claim.lots) - takenPoints - lapsedPoints;
  draft.totals = { ...draft.totals, debtPoints: draft.totals.debtPoints + missing };
  const owes = claim.policy === 'owe' && !draft.isClosed;
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

/** What of a lot's claim is still in it, and what of the rest expired there unspent. */
function takeOwn(draft: Draft, { lotId, points }: Allocation): { takenPoints: number; lapsedPoints: number } {
  const lot = lotOf(draft, lotId);
  const takenPoints = Math.min(points, freePoints(lot));
  if (takenPoints > 0) takeFrom(draft, [{ lotId, points: takenPoints }]);
  const lapsedPoints = Math.min(points - takenPoints, lot.lapsedPoints);
  lot.lapsedPoints -= lapsedPoints;
  return { takenPoints, lapsedPoints };
}

/** The sale that went back is told by the row before, once. */
function writeOff(draft: Draft, points: number, { sale: _, ...body }: JsonObject): void {
  draft.totals = { ...draft.totals, debtPoints: draft.totals.debtPoints - points };
  entry(draft, 'points.written_off', points, body);
}
