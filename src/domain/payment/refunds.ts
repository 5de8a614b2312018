import type { ActorRef } from '../actor.ts';
import type { SeenRefund } from './evidence.ts';
import type { Payment, Refund, RefundCause, RefundState } from './payment.ts';

/** What may still be refunded: the cash that came in without what went or is to go back. */
export function refundableMinor(payment: Pick<Payment, 'received' | 'refunds'>): number {
  const receivedMinor = payment.received?.amountMinor ?? 0;
  return receivedMinor - payment.refunds.reduce((sum, refund) => sum + countedMinor(refund), 0);
}

export type RefundWish = { amountMinor: number; because: RefundCause; actor: ActorRef | null };

/**
 * Adds a refund of ours. Its key is the redemption and the sum refunded with it, which only grows, so
 * that no two refunds of a redemption share one. Cash from the counter goes back by hand.
 */
export function withRefund(
  payment: Payment,
  redemptionId: string,
  { amountMinor, because, actor }: RefundWish,
  nowMs: number,
): Payment {
  const before = Math.max(0, ...payment.refunds.map((each) => each.cumulativeMinor));
  const cumulativeMinor = before + amountMinor;
  const atOnce = payment.method === 'counter' && because === 'staff';
  const refund: Refund = {
    refundKey: `${redemptionId}:${cumulativeMinor}`,
    amountMinor,
    cumulativeMinor,
    state: atOnce ? 'succeeded' : 'requested',
    because,
    stripeRefundId: null,
    failure: null,
    attempts: 1,
    requestedAtMs: nowMs,
    updatedAtMs: nowMs,
    actor,
  };
  return { ...payment, refunds: [...payment.refunds, refund] };
}

export function findRefund(payment: Payment, refundKey: string): Refund | null {
  return payment.refunds.find((each) => each.refundKey === refundKey) ?? null;
}

/** The payment with one refund changed; `set` may be empty. */
export function changeRefund(
  payment: Payment,
  refundKey: string,
  set: Partial<Refund>,
  nowMs: number,
): Payment {
  const refunds = payment.refunds.map((each) =>
    each.refundKey === refundKey ? { ...each, ...set, updatedAtMs: nowMs } : each,
  );
  return { ...payment, refunds };
}

/**
 * What Stripe lists for the payment: ours are known by their key, every other was made outside. What
 * went back outside leaves less for ours to give.
 */
export function withSeenRefunds(payment: Payment, seen: readonly SeenRefund[], nowMs: number): Payment {
  const next = fitted(
    seen.reduce((before, each) => withSeenRefund(before, each, nowMs), payment),
    nowMs,
  );
  return {
    ...next,
    refunds: next.refunds.map((each) => unlessSame(each, findRefund(payment, each.refundKey))),
  };
}

/** What failed at Stripe and is covered again by the same look has not changed. */
function unlessSame(after: Refund, before: Refund | null): Refund {
  if (before === null) return after;
  const { updatedAtMs } = before;
  return JSON.stringify({ ...after, updatedAtMs }) === JSON.stringify(before) ? before : after;
}

/** Ours in Stripe's words, or a new one made outside. Of older attempts only one that lives counts. */
export function withSeenRefund(payment: Payment, seen: SeenRefund, nowMs: number): Payment {
  const { stripeRefundId, status, failure, refundKey, attempt, amountMinor } = seen;
  const known =
    payment.refunds.find((each) => each.stripeRefundId === stripeRefundId) ??
    payment.refunds.find((each) => each.refundKey === refundKey);
  if (known === undefined) return status === 'failed' ? payment : withOutside(payment, seen, nowMs);
  // It went back by another way: that Stripe did not take it is no news.
  if (known.paidOutside && status === 'failed') return payment;
  const outdated = refundKey !== null && attempt !== known.attempts && status === 'failed';
  const same = known.state === status && known.stripeRefundId === stripeRefundId && known.failure === failure;
  if (outdated || (same && known.amountMinor === amountMinor)) return payment;
  return changeRefund(
    payment,
    known.refundKey,
    { stripeRefundId, state: status, failure, amountMinor },
    nowMs,
  );
}

function withOutside(payment: Payment, seen: SeenRefund, nowMs: number): Payment {
  const before = Math.max(0, ...payment.refunds.map((each) => each.cumulativeMinor));
  const { stripeRefundId, amountMinor, status, failure } = seen;
  const refund: Refund = {
    refundKey: `outside:${stripeRefundId}`,
    amountMinor,
    cumulativeMinor: before + amountMinor,
    state: status,
    because: 'outside',
    stripeRefundId,
    failure,
    attempts: 1,
    requestedAtMs: nowMs,
    updatedAtMs: nowMs,
    actor: null,
  };
  return { ...payment, refunds: [...payment.refunds, refund] };
}

/** Refunds of ours that Stripe has not taken give way, the newest first, to what went back outside. */
function fitted(payment: Payment, nowMs: number): Payment {
  let next = payment;
  for (const refund of payment.refunds.toReversed()) {
    const excess = -refundableMinor(next);
    if (excess <= 0) return next;
    if (!isWaiting(refund)) continue;
    const left = refund.amountMinor - excess;
    const set: Partial<Refund> =
      left <= 0
        ? { state: 'covered', failure: null }
        : { amountMinor: left, attempts: refund.attempts + 1, failure: null };
    next = changeRefund(next, refund.refundKey, set, nowMs);
  }
  return next;
}

/** What a refund takes of the cash. One that was made outside and failed took nothing. */
function countedMinor({ state, because, amountMinor }: Refund): number {
  return state === 'covered' || (because === 'outside' && state === 'failed') ? 0 : amountMinor;
}

/** Ours, and not known to Stripe as under way or done. */
function isWaiting({ state, because }: Refund): boolean {
  return because !== 'outside' && (state === 'requested' || state === 'failed');
}

export function refundsIn(payment: Payment, ...states: RefundState[]): Refund[] {
  return payment.refunds.filter((each) => states.includes(each.state));
}
