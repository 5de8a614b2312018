import type { ActorRef } from '../actor.ts';
import type { Refusal } from '../refusal.ts';
import { attemptOf } from './checkout-request.ts';
import { decideRefund, type RefundEvent } from './decide-refund.ts';
import type { CheckoutEvidence, SeenSession } from './evidence.ts';
import { type Goods, isOfRequest, type Judged, judge } from './judge.ts';
import {
  type ClosedBecause,
  isUndecided,
  PAY_AT_COUNTER_WITHIN_MS,
  PAY_ONLINE_WITHIN_MS,
  type Payment,
} from './payment.ts';

/** What can happen to a payment: answers of Stripe, the clock, and commands. */
export type PaymentEvent =
  /** The goods are reserved; from now on the cash may be asked for. */
  | { kind: 'start' }
  /** Stripe answered the request of that attempt, or had its session in its list. */
  | { kind: 'session_made'; attempt: number; session: SeenSession }
  /** Stripe will not make a session, and has none. */
  | { kind: 'session_refused'; attempt: number; failure: string }
  /** The attempt's key gives a fault for ever, and Stripe's list has no session of it. */
  | { kind: 'session_lost'; attempt: number }
  | { kind: 'seen'; evidence: CheckoutEvidence }
  /** Stripe says why it does not answer, by a name that is worth showing. */
  | { kind: 'unanswered'; failure: string }
  /** The time to pay is over. */
  | { kind: 'promise_over' }
  /** Without Stripe's word for too long; the goods are let go. */
  | { kind: 'given_up' }
  | { kind: 'call_off'; by: ActorRef['kind'] }
  | { kind: 'counter_paid'; receipt: string | null; by: ActorRef }
  | RefundEvent;

export type PaymentDecision =
  | ({ kind: 'moved' } & Judged)
  | { kind: 'unchanged' }
  | { kind: 'refused'; refusal: Refusal };

/** What a decision needs beside the payment itself. */
export type PaymentPlace = { goods: Goods; redemptionId: string; nowMs: number };

/** Nobody has seen the address of an attempt that was lost, so another may follow; but not for ever. */
const ATTEMPTS_MAX = 5;

/**
 * What an event makes of a payment. Every event may come twice, late and in any order: one that an
 * earlier decision has overtaken changes nothing.
 */
export function decidePayment(payment: Payment, event: PaymentEvent, place: PaymentPlace): PaymentDecision {
  const judged = next(payment, event, place);
  if ('code' in judged) return { kind: 'refused', refusal: judged };
  // Decisions copy and set, so that what is equal is written in the same order.
  const same = JSON.stringify(judged.payment) === JSON.stringify(payment);
  return same ? { kind: 'unchanged' } : { kind: 'moved', ...judged };
}

function next(payment: Payment, event: PaymentEvent, place: PaymentPlace): Judged | Refusal {
  const { goods, nowMs } = place;
  switch (event.kind) {
    case 'start':
      return stays(goods === 'awaiting' ? started(payment, nowMs) : payment);
    case 'session_made':
      return stays(withSession(payment, event));
    case 'session_refused':
      return isAnswered(payment, event) ? stays(payment) : ended(payment, 'failed', place, event.failure);
    case 'session_lost':
      return isAnswered(payment, event) ? stays(payment) : lost(payment, place);
    case 'seen':
      return judge(payment, event.evidence, goods, nowMs);
    case 'unanswered':
      return stays(unanswered(payment, event.failure));
    case 'promise_over':
      return payment.method === 'counter' ? ended(payment, 'clock', place) : stays(closing(payment, 'clock'));
    case 'given_up':
      return isUndecided(payment)
        ? { payment: { ...payment, state: 'abandoned', url: null }, verdict: 'undo' }
        : stays(payment);
    case 'call_off':
      return callOff(payment, event.by, place);
    case 'counter_paid':
      return counterPaid(payment, event, nowMs);
    default:
      return decideRefund(payment, event, place);
  }
}

/** The whole time to pay begins when the goods are reserved, not when they were asked for. */
function started(payment: Payment, nowMs: number): Payment {
  if (payment.request === null) {
    const untilMs = nowMs + PAY_AT_COUNTER_WITHIN_MS;
    return { ...payment, state: 'open', payUntilMs: untilMs, expiresAtMs: untilMs };
  }
  return withAttempt(payment, 1, nowMs);
}

function withAttempt(payment: Payment, attempt: number, nowMs: number): Payment {
  const request = payment.request && attemptOf(payment.request, attempt, nowMs);
  const expiresAtMs = (request?.params.expires_at ?? 0) * 1_000;
  const payUntilMs = nowMs + PAY_ONLINE_WITHIN_MS;
  return { ...payment, state: 'requesting', attempt, request, payUntilMs, expiresAtMs, failure: null };
}

/** The answer is about an attempt that is over, or the session is known already. */
function isAnswered(payment: Payment, { attempt }: { attempt: number }): boolean {
  return attempt !== payment.attempt || payment.sessionId !== null;
}

/** A session that is not what was asked for is shown to nobody, and closed at once. */
function withSession(payment: Payment, event: { attempt: number; session: SeenSession }): Payment {
  const { request } = payment;
  const { session } = event;
  if (isAnswered(payment, event) || request === null) return payment;
  const { sessionId, paymentIntentId, url } = session;
  const known: Payment = { ...payment, sessionId, paymentIntentId, url, failure: null };
  if (payment.state !== 'requesting') return known;
  const isAsked =
    isOfRequest(request, session) &&
    session.amountMinor === payment.amountMinor &&
    session.currency === payment.currency;
  return isAsked
    ? { ...known, state: 'open' }
    : { ...known, state: 'closing', closedBecause: 'failed', failure: 'mismatch' };
}

function lost(payment: Payment, place: PaymentPlace): Judged {
  const mayRepeat = payment.state === 'requesting' && payment.attempt < ATTEMPTS_MAX;
  if (mayRepeat) return stays(withAttempt(payment, payment.attempt + 1, place.nowMs));
  return ended(payment, payment.closedBecause ?? 'failed', place, 'broken');
}

function callOff(payment: Payment, by: ActorRef['kind'], place: PaymentPlace): Judged {
  if (!isUndecided(payment)) return stays(payment);
  const because = by === 'api' ? 'staff' : by;
  const isAsked = payment.method === 'online' && place.goods === 'awaiting';
  return isAsked ? stays(closing(payment, because)) : ended(payment, because, place);
}

/** From now on only Stripe's answer decides: a payment that was quicker wins. */
function closing(payment: Payment, because: ClosedBecause): Payment {
  const mayClose = payment.state === 'requesting' || payment.state === 'open';
  return mayClose ? { ...payment, state: 'closing', closedBecause: because } : payment;
}

/** What is paid on an account that shuts us out is never heard of: nobody is shown the way there any more. */
function unanswered(payment: Payment, failure: string): Payment {
  const named = { ...payment, failure };
  return failure === 'no_access' && payment.state === 'open' ? closing(named, 'failed') : named;
}

/** No cash can come any more. */
function ended(
  payment: Payment,
  because: ClosedBecause,
  { goods }: PaymentPlace,
  failure: string | null = null,
): Judged {
  if (!isUndecided(payment) && payment.state !== 'abandoned') return stays(payment);
  const closedBecause = payment.closedBecause ?? because;
  return {
    payment: { ...payment, state: 'closed', url: null, closedBecause, failure },
    verdict: goods === 'awaiting' ? 'undo' : 'none',
  };
}

/** Cash that was taken is not taken again: a second one may be another note in the till, or a mistake. */
function counterPaid(
  payment: Payment,
  { receipt, by: takenBy }: { receipt: string | null; by: ActorRef },
  nowMs: number,
): Judged | Refusal {
  const { method, state, amountMinor, currency, paidAtMs } = payment;
  if (method === 'counter' && state === 'paid' && paidAtMs !== null)
    return { code: 'cash_taken', takenAtMs: paidAtMs, by: payment.takenBy ?? null };
  if (method !== 'counter' || state !== 'open') return { code: 'wrong_state', state: `payment_${state}` };
  const received = { amountMinor, currency };
  const paid = { ...payment, state: 'paid', receipt, received, paidAtMs: nowMs, takenBy } as const;
  return { payment: paid, verdict: 'capture' };
}

function stays(payment: Payment): Judged {
  return { payment, verdict: 'none' };
}
