import type { ActorRef } from '../actor.ts';
import { refused } from '../decision.ts';
import type { PaymentEvent } from '../payment/decide-payment.ts';
import { refundableMinor } from '../payment/refunds.ts';
import type { Refusal } from '../refusal.ts';
import { answered, askToCancel } from './cancel-request.ts';
import { cashLetGo, cashRefunded, cashStarted, decidePaying } from './pay.ts';
import type { Redemption, RedemptionState } from './redemption.ts';
import { issuedVoucher } from './voucher.ts';
import { takeVoucher, voucherEnds, voucherGone } from './voucher-transitions.ts';

/** What can happen to a redemption after it was recorded: answers of its stocks, and commands. */
export type RedemptionEvent =
  | { kind: 'all_reserved' }
  | { kind: 'line_refused'; refusal: Refusal }
  /** A stock gave no answer at all for too long. */
  | { kind: 'given_up' }
  | { kind: 'all_committed' }
  | { kind: 'all_cancelled' }
  /**
   * `unpackedOnly`: whoever meant to cancel an order that is not packed yet does not ask by mistake.
   * `cashBackMinor`: the cash that she was told comes back; with any other sum she is asked again.
   */
  | {
      kind: 'cancel';
      reason: string | null;
      by: ActorRef['kind'];
      unpackedOnly?: boolean;
      cashBackMinor?: number;
    }
  | { kind: 'answer_cancel'; accept: boolean; reason?: string; by: ActorRef['kind'] }
  | { kind: 'start_fulfilment' }
  /** It lies at the counter for her. */
  | { kind: 'mark_ready' }
  | { kind: 'ship'; carrier: string; trackingNumber: string }
  /** The parcel was written down wrongly. */
  | { kind: 'correct_parcel'; carrier: string; trackingNumber: string }
  /** The member took it with her in the shop. */
  | { kind: 'hand_over' }
  | { kind: 'receive' }
  /** The shop took the voucher for what it is good for. */
  | { kind: 'take_voucher' }
  /** The voucher's time is over. */
  | { kind: 'end_voucher' }
  /** Something happened to its cash part. */
  | { kind: 'payment'; event: PaymentEvent };

export type Step = { through: RedemptionState[]; set?: Partial<Redemption> };

export type Transition =
  | { kind: 'moved'; redemption: Redemption }
  | { kind: 'unchanged' }
  | { kind: 'refused'; refusal: Refusal };

/**
 * The next state of a redemption, as a pure decision. Once decided it only rolls forward: an event
 * that has happened already, or that an earlier decision has overtaken, changes nothing.
 */
export function decideTransition(redemption: Redemption, event: RedemptionEvent, nowMs: number): Transition {
  const step = nextStep(redemption, event, nowMs);
  if (step === 'unchanged') return { kind: 'unchanged' };
  if ('code' in step) return refused(step);
  return { kind: 'moved', redemption: moved(redemption, step, nowMs) };
}

function nextStep(
  redemption: Redemption,
  event: RedemptionEvent,
  nowMs: number,
): Step | 'unchanged' | Refusal {
  const { state } = redemption;
  switch (event.kind) {
    case 'all_reserved':
      return state === 'reserving' ? reserved(redemption, nowMs) : 'unchanged';
    case 'line_refused': {
      const { refusal } = event;
      return state === 'reserving'
        ? undone(redemption, { refusal, undoneBecause: refusal.code })
        : 'unchanged';
    }
    case 'given_up':
      return state === 'reserving' ? undone(redemption, { undoneBecause: 'stock_away' }) : 'unchanged';
    case 'all_committed':
      return state === 'committing' ? committed(redemption, nowMs) : 'unchanged';
    case 'all_cancelled':
      if (state === 'undoing') return { through: ['undone'] };
      if (state !== 'cancelling') return 'unchanged';
      return { through: ['cancelled'], set: cashRefunded(redemption, nowMs) };
    case 'payment':
      return decidePaying(redemption, event.event, nowMs);
    case 'cancel':
      return cancel(redemption, event, nowMs);
    case 'answer_cancel':
      return answerCancel(redemption, event, nowMs);
    case 'start_fulfilment':
      if (state === 'confirmed') return { through: ['in_fulfilment'] };
      return state === 'in_fulfilment' || state === 'ready' ? 'unchanged' : wrongState(state);
    case 'mark_ready':
      return markReady(redemption);
    case 'ship':
      return ship(redemption, event, nowMs);
    case 'correct_parcel':
      if (state !== 'shipped') return wrongState(state);
      return isParcelOf(redemption, event) ? 'unchanged' : { through: [], set: parcelOf(event) };
    case 'hand_over':
      return handOver(redemption, nowMs);
    case 'receive':
      if (state === 'shipped') return { through: ['received'] };
      return state === 'received' ? 'unchanged' : wrongState(state);
    case 'take_voucher':
      return takeVoucher(redemption, nowMs);
    case 'end_voucher':
      return voucherEnds(redemption, nowMs);
  }
}

/** What has nothing to deliver is the member's with its confirmation. */
function committed({ voucherOffer, handsOver }: Redemption, nowMs: number): Step {
  if (handsOver) return { through: ['confirmed', 'in_fulfilment', 'received'] };
  if (voucherOffer === undefined) return { through: ['confirmed'] };
  return { through: ['confirmed', 'issued'], set: { voucher: issuedVoucher(voucherOffer, nowMs) } };
}

/** Points alone are taken at once; cash is asked for first. */
function reserved(redemption: Redemption, nowMs: number): Step {
  const set = cashStarted(redemption, nowMs);
  return set === null ? { through: ['committing'] } : { through: ['awaiting_payment'], set };
}

/** Undone before any cash was asked for. */
function undone(redemption: Redemption, set: Partial<Redemption>, by: ActorRef['kind'] = 'system'): Step {
  return { through: ['undoing'], set: { ...set, ...cashLetGo(redemption, by) } };
}

type EventOf<Kind extends RedemptionEvent['kind']> = Extract<RedemptionEvent, { kind: Kind }>;

/**
 * Before the fence it cancels; after it the member asks, and staff cancel; once shipped only a return is
 * left. A voucher is beyond the fence from its issue on: its code may be on its way to a till already.
 */
function cancel(
  redemption: Redemption,
  event: EventOf<'cancel'>,
  nowMs: number,
): Step | 'unchanged' | Refusal {
  const { state, cancelRequest } = redemption;
  const gone = voucherGone(redemption, nowMs);
  if (gone !== null) return gone;
  switch (state) {
    case 'reserving':
      return undone(redemption, { undoneBecause: event.by, ...saidBy(redemption, event) }, event.by);
    case 'awaiting_payment':
      return callOff(redemption, event, nowMs);
    case 'confirmed':
      return (
        cashChanged(redemption, event) ?? {
          through: ['cancelling'],
          set: calledOff(redemption, event, nowMs),
        }
      );
    case 'in_fulfilment':
    case 'ready':
    case 'issued': {
      const changed = cashChanged(redemption, event);
      if (changed !== null) return changed;
      if (event.unpackedOnly) return { code: 'fenced', state };
      if (event.by === 'staff') return { through: ['cancelling'], set: calledOff(redemption, event, nowMs) };
      return cancelRequest?.state === 'open' ? 'unchanged' : askToCancel(redemption, event.reason, nowMs);
    }
    case 'shipped':
    case 'received':
    case 'used':
    case 'expired':
      return { code: 'fenced', state };
    case 'committing':
      return cashChanged(redemption, event) ?? wrongState(state);
    case 'undoing':
    case 'undone':
    case 'cancelling':
    case 'cancelled':
      return 'unchanged';
  }
}

/** What would come back in cash, where that is not what she was told. */
function cashChanged({ payment }: Redemption, { cashBackMinor: toldMinor }: EventOf<'cancel'>) {
  if (payment === undefined || toldMinor === undefined) return null;
  const cashBackMinor = refundableMinor(payment);
  if (cashBackMinor === toldMinor) return null;
  const { currency } = payment;
  return { code: 'cash_changed', cashBackMinor, toldMinor, currency } as const;
}

/** What staff said is kept for her to read; a payment that is quicker takes it back (`decidePaying`). */
function callOff(
  redemption: Redemption,
  event: EventOf<'cancel'>,
  nowMs: number,
): Step | 'unchanged' | Refusal {
  const step = decidePaying(redemption, { kind: 'call_off', by: event.by }, nowMs);
  if (step === 'unchanged' || 'code' in step) return step;
  return { ...step, set: { ...step.set, ...saidBy(redemption, event) } };
}

function saidBy(redemption: Redemption, { by, reason }: EventOf<'cancel'>): Partial<Redemption> {
  return by === 'staff' ? shopSays(redemption, reason) : {};
}

/** What staff say is for the member to read, and settles what she asked. */
function calledOff(redemption: Redemption, event: EventOf<'cancel'>, nowMs: number): Partial<Redemption> {
  if (event.by !== 'staff') return { undoneBecause: event.by };
  return {
    undoneBecause: event.by,
    ...shopSays(redemption, event.reason),
    ...answered(redemption, 'accepted', nowMs),
  };
}

/** Nothing is written where nothing was ever said. */
function shopSays({ shopReason }: Redemption, reason: string | null): Partial<Redemption> {
  return reason === null && shopReason === undefined ? {} : { shopReason: reason };
}

function answerCancel(
  redemption: Redemption,
  event: EventOf<'answer_cancel'>,
  nowMs: number,
): Step | 'unchanged' | Refusal {
  const { state, cancelRequest } = redemption;
  const answer = event.accept ? 'accepted' : 'declined';
  if (cancelRequest?.state === answer) return 'unchanged';
  const gone = voucherGone(redemption, nowMs);
  if (gone !== null) return gone;
  const asksAt = state === 'in_fulfilment' || state === 'ready' || state === 'issued';
  if (!asksAt || cancelRequest?.state !== 'open') return wrongState(state);
  const set = { ...answered(redemption, answer, nowMs), ...shopSays(redemption, event.reason ?? null) };
  if (!event.accept) return { through: [], set };
  return { through: ['cancelling'], set: { ...set, undoneBecause: event.by } };
}

/** Shipping from `confirmed` passes the fence on the way; it declines a request still open. */
function ship(redemption: Redemption, event: EventOf<'ship'>, nowMs: number): Step | 'unchanged' | Refusal {
  const { state } = redemption;
  if (state === 'shipped' && isParcelOf(redemption, event)) return 'unchanged';
  // Nobody said where it would have to go.
  if (redemption.pickUp) return wrongState(state);
  if (state !== 'confirmed' && state !== 'in_fulfilment') return wrongState(state);
  const through: RedemptionState[] = state === 'confirmed' ? ['in_fulfilment', 'shipped'] : ['shipped'];
  return { through, set: { ...parcelOf(event), ...answered(redemption, 'declined', nowMs) } };
}

/** Nothing travels: it passes the fence and is received in one step. */
function handOver(redemption: Redemption, nowMs: number): Step | Refusal {
  const { state, timeline, updatedAtMs } = redemption;
  const received = timeline.find((step) => step.state === 'received');
  // Not "unchanged": at a second till the goods would be given once more.
  if (state === 'received' && !timeline.some((step) => step.state === 'shipped'))
    return { code: 'handed_over', handedOverAtMs: received?.atMs ?? updatedAtMs };
  if (state !== 'confirmed' && state !== 'in_fulfilment' && state !== 'ready') return wrongState(state);
  const through: RedemptionState[] = state === 'confirmed' ? ['in_fulfilment', 'received'] : ['received'];
  return { through, set: answered(redemption, 'declined', nowMs) };
}

/** Only what she comes for can lie ready; putting it there passes the fence. */
function markReady({ state, pickUp }: Redemption): Step | 'unchanged' | Refusal {
  if (!pickUp) return wrongState(state);
  if (state === 'confirmed') return { through: ['in_fulfilment', 'ready'] };
  if (state === 'in_fulfilment') return { through: ['ready'] };
  return state === 'ready' ? 'unchanged' : wrongState(state);
}

type Parcel = { carrier: string; trackingNumber: string };

function parcelOf({ carrier, trackingNumber }: Parcel): Parcel {
  return { carrier, trackingNumber };
}

function isParcelOf(redemption: Redemption, { carrier, trackingNumber }: Parcel): boolean {
  return redemption.carrier === carrier && redemption.trackingNumber === trackingNumber;
}

function wrongState(state: RedemptionState): Refusal {
  return { code: 'wrong_state', state };
}

function moved(redemption: Redemption, step: Step, nowMs: number): Redemption {
  return {
    ...redemption,
    ...step.set,
    state: step.through.at(-1) ?? redemption.state,
    version: redemption.version + 1,
    updatedAtMs: nowMs,
    timeline: [...redemption.timeline, ...step.through.map((state) => ({ state, atMs: nowMs }))],
  };
}
