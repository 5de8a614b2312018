import type { ActorRef } from '../../domain/actor.ts';
import { refused } from '../../domain/decision.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { nextCheckAtMs } from '../../domain/payment/due-step.ts';
import { decideAdvance } from '../../domain/redemption/advance.ts';
import { type Redemption, redemptionBody } from '../../domain/redemption/redemption.ts';
import type { RedemptionEvent } from '../../domain/redemption/transitions.ts';
import type { AccountDesk, Plan } from '../account-desk.ts';
import type { RedemptionCommand } from '../contract.ts';
import { current, FIRST_ATTEMPT_AFTER_MS } from './redeem.ts';

/** A command of a member or of staff about one redemption. */
export function changeRedemption(
  desk: AccountDesk,
  command: RedemptionCommand,
  event: RedemptionEvent,
  nowMs: number,
): Outcome<Redemption> {
  const { key, redemptionId, actor } = command;
  return desk.run(
    {
      key,
      input: { command: event, redemptionId },
      plan: () => planEvent(desk, redemptionId, event, actor, nowMs),
      keep: (redemption) => redemptionBody(redemption).redemption ?? null,
      restore: (kept) => current(desk, kept),
    },
    nowMs,
  );
}

/** What the coordinator learned from a redemption's stocks, as a step of its own on the state as it is now. */
export function recordStep(
  desk: AccountDesk,
  redemptionId: string,
  event: RedemptionEvent,
  nowMs: number,
): Outcome<Redemption> {
  const actor: ActorRef = { kind: 'system', id: 'coordinator' };
  return desk.advance(planEvent(desk, redemptionId, event, actor, nowMs), nowMs);
}

/**
 * What `openHoldsMax` bounds: redemptions whose stocks have not all answered yet. An undone one counts
 * until they have, so that nobody piles them up at a stock that is away.
 */
function countsAsOpen({ state }: Redemption): boolean {
  return state === 'reserving' || state === 'awaiting_payment' || state === 'undoing';
}

function planEvent(
  desk: AccountDesk,
  redemptionId: string,
  event: RedemptionEvent,
  actor: ActorRef,
  nowMs: number,
): Plan<Redemption> {
  const redemption = desk.redemptions.find(redemptionId);
  if (redemption === null) return refused({ code: 'not_found' });
  const lotIds = redemption.hold.allocations.map((part) => part.lotId);
  const { ledger, head } = desk.load(nowMs, { lotIds });
  const decision = decideAdvance(ledger, redemption, event, actor, nowMs);
  if (decision.kind !== 'changed') return decision;
  const { draft, redemption: after, units } = decision.change;
  const settled = countsAsOpen(redemption) && !countsAsOpen(after);
  return {
    kind: 'changed',
    ledger,
    draft,
    value: after,
    seq: after.seq,
    save: () => {
      const { payment } = after;
      // Where the payment stayed as it was, a look may be owed, and only its answer ends that.
      const isPaying = payment !== undefined && payment !== redemption.payment;
      desk.redemptions.update(redemption, after, {
        attemptAtMs: nowMs + FIRST_ATTEMPT_AFTER_MS,
        check: isPaying ? { atMs: nextCheckAtMs(payment, 0, nowMs) } : 'as_it_is',
      });
      desk.records.addUnits(units);
      return settled ? { openHolds: head.openHolds - 1 } : undefined;
    },
  };
}
