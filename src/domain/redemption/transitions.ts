import type { ActorRef } from '../actor.ts';
import { refused } from '../decision.ts';
import type { PaymentEvent } from '../payment/decide-payment.ts';
import type { Refusal } from '../refusal.ts';
import { cashLetGo, cashRefunded, cashStarted, decidePaying } from './pay.ts';
import type { CancelRequest, Redemption, RedemptionState } from './redemption.ts';

/** What can happen to a redemption after it was recorded: answers of its stocks, and commands. */
export type RedemptionEvent =
  | { kind: 'all_reserved' }
  | { kind: 'line_refused'; refusal: Refusal }
  /** A stock gave no answer at all for too long. */
  | { kind: 'given_up' }
  | { kind: 'all_committed' }
  | { kind: 'all_cancelled' }
  | { kind: 'cancel'; reason: string | null; by: ActorRef['kind'] }
  | { kind: 'answer_cancel'; accept: boolean; by: ActorRef['kind'] }
  | { kind: 'start_fulfilment' }
  | { kind: 'ship'; carrier: string; trackingNumber: string }
  | { kind: 'receive' }
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
      return state === 'committing' ? { through: ['confirmed'] } : 'unchanged';
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
      return state === 'in_fulfilment' ? 'unchanged' : wrongState(state);
    case 'ship':
      return ship(redemption, event, nowMs);
    case 'receive':
      if (state === 'shipped') return { through: ['received'] };
      return state === 'received' ? 'unchanged' : wrongState(state);
  }
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

/** Before the fence it cancels, after it it asks; once shipped only a return is left. */
function cancel(
  redemption: Redemption,
  event: EventOf<'cancel'>,
  nowMs: number,
): Step | 'unchanged' | Refusal {
  const { state, cancelRequest } = redemption;
  switch (state) {
    case 'reserving':
      return undone(redemption, { undoneBecause: event.by }, event.by);
    case 'awaiting_payment':
      return decidePaying(redemption, { kind: 'call_off', by: event.by }, nowMs);
    case 'confirmed':
      return { through: ['cancelling'], set: { undoneBecause: event.by } };
    case 'in_fulfilment': {
      if (cancelRequest?.state === 'open') return 'unchanged';
      const { reason } = event;
      const request: CancelRequest = { state: 'open', reason, requestedAtMs: nowMs, answeredAtMs: null };
      return { through: [], set: { cancelRequest: request } };
    }
    case 'shipped':
    case 'received':
      return { code: 'fenced', state };
    case 'committing':
      return wrongState(state);
    case 'undoing':
    case 'undone':
    case 'cancelling':
    case 'cancelled':
      return 'unchanged';
  }
}

function answerCancel(
  redemption: Redemption,
  event: EventOf<'answer_cancel'>,
  nowMs: number,
): Step | 'unchanged' | Refusal {
  const { state, cancelRequest } = redemption;
  const answer = event.accept ? 'accepted' : 'declined';
  if (cancelRequest?.state === answer) return 'unchanged';
  if (state !== 'in_fulfilment' || cancelRequest?.state !== 'open') return wrongState(state);
  const answered: CancelRequest = { ...cancelRequest, state: answer, answeredAtMs: nowMs };
  if (!event.accept) return { through: [], set: { cancelRequest: answered } };
  return { through: ['cancelling'], set: { cancelRequest: answered, undoneBecause: event.by } };
}

/** Shipping from `confirmed` passes the fence on the way; it declines a request still open. */
function ship(redemption: Redemption, event: EventOf<'ship'>, nowMs: number): Step | 'unchanged' | Refusal {
  const { state, cancelRequest } = redemption;
  const { carrier, trackingNumber } = event;
  if (state === 'shipped' && redemption.carrier === carrier && redemption.trackingNumber === trackingNumber)
    return 'unchanged';
  if (state !== 'confirmed' && state !== 'in_fulfilment') return wrongState(state);
  const through: RedemptionState[] = state === 'confirmed' ? ['in_fulfilment', 'shipped'] : ['shipped'];
  if (cancelRequest?.state !== 'open') return { through, set: { carrier, trackingNumber } };
  const declined: CancelRequest = { ...cancelRequest, state: 'declined', answeredAtMs: nowMs };
  return { through, set: { carrier, trackingNumber, cancelRequest: declined } };
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
