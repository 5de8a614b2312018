import type { ActorRef } from '../actor.ts';
import { assert } from '../assert.ts';
import type { Decision } from '../decision.ts';
import type { JsonObject } from '../journal.ts';
import { writeDownDue } from '../ledger/due.ts';
import { capture, giveBack, release } from '../ledger/hold.ts';
import { type Draft, draftOf, type Ledger, state } from '../ledger/ledger.ts';
import { isUndecided } from '../payment/payment.ts';
import { refundableMinor } from '../payment/refunds.ts';
import { GOODS } from './pay.ts';
import type { RedemptionChange } from './redeem.ts';
import {
  type HoldState,
  type Redemption,
  type RedemptionState,
  redemptionBody,
  unitsByReward,
} from './redemption.ts';
import { decideTransition, type RedemptionEvent } from './transitions.ts';

/**
 * Applies an event to a redemption and moves its points in the same decision: captured when every
 * line is reserved, released with the decision to undo, after which nothing can capture them any more,
 * and given back when every line's cancel was acknowledged (I6).
 */
export function decideAdvance(
  ledger: Ledger,
  redemption: Redemption,
  event: RedemptionEvent,
  actor: ActorRef,
  nowMs: number,
): Decision<Redemption, RedemptionChange> {
  const transition = decideTransition(redemption, event, nowMs);
  if (transition.kind === 'refused') return transition;
  if (transition.kind === 'unchanged') return { kind: 'unchanged', value: redemption, seq: redemption.seq };
  const draft = draftOf(ledger, nowMs);
  writeDownDue(draft);
  const after = {
    ...transition.redemption,
    ...cancelledBy(redemption, transition.redemption, event, actor),
    ...(event.kind === 'take_voucher' && { usedBy: actor }),
    ...(event.kind === 'hand_over' && { handedOverBy: actor }),
    seq: draft.headSeq + 1,
  };
  const entered = after.state === redemption.state ? null : after.state;
  const change = movePoints(
    draft,
    after,
    entered,
    { ...redemptionBody(after), actor, event: nameOf(event) },
    detailOf(after, event),
  );
  assertWholeOrUndone(change.redemption);
  assertCashAccounted(change.redemption);
  return { kind: 'changed', change: { draft, ...change } };
}

/** Points move once, with the state that is entered; other events leave them where they are. */
function movePoints(
  draft: Draft,
  redemption: Redemption,
  entered: RedemptionState | null,
  body: JsonObject,
  detail: JsonObject | null,
) {
  const { allocations } = redemption.hold;
  const source = { kind: 'redemption', redemptionId: redemption.redemptionId };
  const returned = unitsByReward(redemption.lines).map(({ rewardId, units }) => ({
    rewardId,
    units: -units,
  }));
  switch (entered) {
    case 'committing':
      capture(draft, allocations, { source, ...body });
      return { redemption: withHold(redemption, 'captured'), units: [] };
    case 'undoing':
      state(draft, 'redemption.updated', body, detail);
      release(draft, allocations, redemption.graceDays);
      return { redemption: withHold(redemption, 'released'), units: [] };
    case 'undone':
      state(draft, 'redemption.updated', body);
      return { redemption, units: returned };
    case 'cancelled':
      giveBack(draft, allocations, redemption.graceDays, { source, ...body });
      return { redemption, units: returned };
    default:
      state(draft, 'redemption.updated', body, detail);
      return { redemption, units: [] };
  }
}

/** Who cancels is noted with what it changed; to ask the shop changes neither goods nor cash. */
function cancelledBy(
  before: Redemption,
  after: Redemption,
  event: RedemptionEvent,
  actor: ActorRef,
): Partial<Redemption> {
  const cancels = event.kind === 'cancel' || (event.kind === 'answer_cancel' && event.accept);
  const ends = after.state !== before.state || after.payment?.state !== before.payment?.state;
  return cancels && ends ? { cancelledBy: actor } : {};
}

/** What happened, as the row says it; the audit log tells by it what staff did. */
function nameOf(event: RedemptionEvent): string {
  return event.kind === 'payment' ? event.event.kind : event.kind;
}

/** What of an event could name a person: the detail of its row, so that it can be erased. */
function detailOf(redemption: Redemption, event: RedemptionEvent): JsonObject | null {
  if (event.kind === 'answer_cancel') return event.reason === undefined ? null : { shopReason: event.reason };
  if (event.kind !== 'cancel' || event.reason === null) return null;
  if (redemption.cancelRequest?.state === 'open') return { cancelReason: event.reason };
  return event.by === 'staff' ? { shopReason: event.reason } : null;
}

function withHold(redemption: Redemption, holdState: 'captured' | 'released'): Redemption {
  return { ...redemption, hold: { ...redemption.hold, state: holdState } };
}

const HOLD_UNLESS_CAPTURED: Partial<Record<RedemptionState, HoldState>> = {
  reserving: 'pending',
  awaiting_payment: 'pending',
  undoing: 'released',
  undone: 'released',
};

function assertWholeOrUndone({ state: now, hold }: Redemption): void {
  const expected = HOLD_UNLESS_CAPTURED[now] ?? 'captured';
  assert(hold.state === expected, `I6: the hold of a redemption that is ${now} is ${expected}`);
}

/** I7: cash is there for goods that are kept, and is refunded or on its way back for those let go. */
function assertCashAccounted({ state: now, payment }: Redemption): void {
  if (payment === undefined) return;
  const leftMinor = refundableMinor(payment);
  assert(leftMinor >= 0, 'I7: no more goes back than came in');
  const goods = GOODS[now];
  const paid = payment.state === 'paid';
  if (goods === 'awaiting') assert(isUndecided(payment), `I7: no decision has fallen while it is ${now}`);
  if (goods === 'kept') assert(paid, `I7: what is ${now} is paid`);
  if (goods !== 'let_go') return;
  assert(!isUndecided(payment), `I7: the payment of what is ${now} is decided`);
  assert(leftMinor === 0, `I7: the cash of what is ${now} goes back`);
}
