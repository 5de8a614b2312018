import type { PaymentEvent } from './decide-payment.ts';
import { PAY_ONLINE_WITHIN_MS, type Payment, type Refund, releaseAtMs } from './payment.ts';
import { refundsIn } from './refunds.ts';

/** What is to be done about a payment now: ask Stripe something, or write down what the clock says. */
export type PaymentStep =
  | { kind: 'ask_session' }
  /** No key helps any more: whether there is a session is asked of Stripe's list. */
  | { kind: 'look_for_session' }
  | { kind: 'expire_session' }
  | { kind: 'read' }
  /** Always after a look at what is there, so that none is made twice. */
  | { kind: 'refund'; refund: Refund }
  | { kind: 'record'; event: PaymentEvent };

/**
 * The next step, or null where there is none but to wait. `looks` asks for a look at Stripe even where
 * nothing is due: a webhook came, or its time has come without one.
 */
export function duePaymentStep(payment: Payment, looks: boolean, nowMs: number): PaymentStep | null {
  const isOver = nowMs >= payment.payUntilMs;
  if (payment.state === 'open' && isOver) return { kind: 'record', event: { kind: 'promise_over' } };
  if (payment.method === 'counter') return null;
  switch (payment.state) {
    case 'requesting':
      return isOver ? { kind: 'record', event: { kind: 'promise_over' } } : { kind: 'ask_session' };
    case 'closing':
      return { kind: payment.sessionId === null ? 'ask_session' : 'expire_session' };
    case 'open':
      return looks ? { kind: 'read' } : null;
    case 'abandoned':
      if (!looks) return null;
      return { kind: payment.sessionId === null ? 'look_for_session' : 'read' };
    case 'closed':
      return looks && payment.sessionId !== null ? { kind: 'read' } : null;
    case 'paid': {
      const [refund] = refundsIn(payment, 'requested');
      if (refund) return { kind: 'refund', refund };
      return looks ? { kind: 'read' } : null;
    }
  }
}

/** What is written down when Stripe gives no answer for too long; null while waiting is right. */
export function withoutAnswer(payment: Payment, nowMs: number): PaymentEvent | null {
  const { state } = payment;
  if ((state === 'requesting' || state === 'closing') && nowMs >= releaseAtMs(payment))
    return { kind: 'given_up' };
  const [refund] = refundsIn(payment, 'requested');
  if (state !== 'paid' || !refund || nowMs < refund.updatedAtMs + REFUND_ASKED_FOR_MS) return null;
  const { refundKey, attempts: attempt } = refund;
  return { kind: 'refund_refused', refundKey, attempt, failure: 'no_answer' };
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A refund that gets no answer for so long goes to the staff's queue. */
const REFUND_ASKED_FOR_MS = 3 * DAY_MS;
/** What is still unknown after that is only looked at when Stripe tells of it. */
const WATCHED_FOR_MS = 30 * DAY_MS;
/** The call that recorded the payment asks first; the alarm comes where that call died. */
const FIRST_CHECK_AFTER_MS = 3 * SECOND_MS;
/** Looks at an open session, for the webhook that never came. */
const OPEN_CHECKS_AFTER_MS = [3 * MINUTE_MS, 10 * MINUTE_MS, 20 * MINUTE_MS];

/**
 * When the alarm next takes the payment up; null where nothing is left to find out. `checks` counts the
 * looks since something last changed, each of which makes the wait longer.
 */
export function nextCheckAtMs(payment: Payment, checks: number, nowMs: number): number | null {
  if (payment.method === 'counter') return payment.state === 'open' ? payment.payUntilMs : null;
  switch (payment.state) {
    case 'requesting':
    case 'closing': {
      const untilMs = releaseAtMs(payment);
      const nextMs = nowMs + waitMs(checks, FIRST_CHECK_AFTER_MS, MINUTE_MS);
      return untilMs > nowMs ? Math.min(nextMs, untilMs) : nextMs;
    }
    case 'open': {
      const openedAtMs = payment.payUntilMs - PAY_ONLINE_WITHIN_MS;
      const looks = OPEN_CHECKS_AFTER_MS.map((afterMs) => openedAtMs + afterMs);
      return looks.find((atMs) => atMs > nowMs) ?? Math.max(payment.payUntilMs, nowMs);
    }
    case 'closed':
      return null;
    case 'abandoned': {
      const nextMs = nowMs + waitMs(checks, 5 * MINUTE_MS, DAY_MS);
      return nextMs < payment.expiresAtMs + WATCHED_FOR_MS ? nextMs : null;
    }
    case 'paid':
      return refundCheckAtMs(payment, checks, nowMs);
  }
}

/** With growing waits of an hour at most these are three days, for which Stripe itself tells again. */
const UNHEARD_LOOKS_MAX = 80;

/** When a look that got no answer is made again; null where it has been tried often enough. */
export function nextLookAtMs({ method }: Payment, checks: number, nowMs: number): number | null {
  if (method === 'counter' || checks > UNHEARD_LOOKS_MAX) return null;
  return nowMs + waitMs(checks, FIRST_CHECK_AFTER_MS, HOUR_MS);
}

function refundCheckAtMs(payment: Payment, checks: number, nowMs: number): number | null {
  if (refundsIn(payment, 'requested').length > 0)
    return nowMs + waitMs(checks, FIRST_CHECK_AFTER_MS, HOUR_MS);
  const pending = refundsIn(payment, 'pending');
  if (pending.length === 0) return null;
  const untilMs = Math.max(...pending.map((each) => each.requestedAtMs)) + WATCHED_FOR_MS;
  const nextMs = nowMs + waitMs(checks, HOUR_MS, DAY_MS);
  return nextMs < untilMs ? nextMs : null;
}

function waitMs(checks: number, firstMs: number, mostMs: number): number {
  return Math.min(firstMs * 2 ** checks, mostMs);
}
