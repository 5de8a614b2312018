import type { ActorRef } from '../actor.ts';
import { takeFrom } from './allocate.ts';
import { sum, writeDownDue } from './due.ts';
import { type Draft, draftOf, entry, type Ledger, lotOf, state } from './ledger.ts';
import { freePoints } from './lot.ts';

const REASON = 'account_closed';

/**
 * Closes an account for good. Whatever is free in the loaded lots is forfeited, also what had not matured:
 * as with points that expired, a purchase undone later does not take it a second time. What is owed is
 * written off. From the last row on, which has her details erased, the account owes nothing any more.
 */
export function decideClose(ledger: Ledger, { actor }: { actor: ActorRef }, nowMs: number): Draft {
  const draft = draftOf(ledger, nowMs);
  writeDownDue(draft);
  const body = { reason: REASON, actor, source: { kind: 'adjustment' } };
  const parts = [...draft.lots.values()]
    .map((lot) => ({ lotId: lot.lotId, points: freePoints(lot) }))
    .filter(({ points }) => points > 0);
  takeFrom(draft, parts);
  for (const { lotId, points } of parts) lotOf(draft, lotId).lapsedPoints += points;
  if (parts.length > 0) entry(draft, 'points.adjusted', -sum(parts), body);
  const { debtPoints } = draft.totals;
  draft.totals = { ...draft.totals, debtPoints: 0 };
  if (debtPoints > 0) entry(draft, 'points.written_off', debtPoints, body);
  state(draft, 'details.erased', { throughSeq: ledger.headSeq, actor });
  return draft;
}
