import type { ActorRef } from '../actor.ts';
import type { CheckoutRequest } from './checkout-request.ts';

export type PaymentMethod = 'online' | 'counter';

/**
 * `requesting`: the complete Checkout request is stored; whether Stripe has it is not known. `open`: the
 * page's address is known, or staff are waited for. `closing`: the promise is over or someone cancelled;
 * the session is being expired and Stripe's answer decides. `closed`: no cash can come any more.
 * `abandoned`: released without Stripe's word; still watched, and what is found later is refunded.
 */
export type PaymentState = 'requesting' | 'open' | 'closing' | 'paid' | 'closed' | 'abandoned';

export type Money = { amountMinor: number; currency: string };

export type RefundState =
  /** Recorded; whether Stripe has it is not known. At the counter: still to be handed over. */
  | 'requested'
  | 'pending'
  | 'succeeded'
  /** In the staff's queue, from which it can be tried again. */
  | 'failed'
  /** The same cash went back by another way, so that nothing is left to give. */
  | 'covered';

export type RefundCause = 'cancelled' | 'late_payment' | 'mismatch' | 'staff' | 'outside';

export type Refund = {
  /** Made of the redemption and the sum refunded with it; of Stripe's id for one made outside. */
  refundKey: string;
  amountMinor: number;
  cumulativeMinor: number;
  state: RefundState;
  because: RefundCause;
  stripeRefundId: string | null;
  /** Why it failed, or what the last attempt met: a code, never a text. */
  failure: string | null;
  /** How many requests of its own it has had; each has its own key at Stripe. */
  attempts: number;
  requestedAtMs: number;
  updatedAtMs: number;
  actor: ActorRef | null;
  /** Staff gave the cash back by another way than Stripe, and say which. */
  paidOutside?: { reason: string };
};

export type Dispute = {
  disputeId: string;
  amountMinor: number;
  /** Stripe's own status. */
  state: string;
  reason: string;
};

export type ClosedBecause = 'member' | 'staff' | 'system' | 'clock' | 'failed';

/** The cash part of a redemption, as its account keeps it. Amounts are minor units of the currency. */
export type Payment = {
  method: PaymentMethod;
  amountMinor: number;
  currency: string;
  state: PaymentState;
  attempt: number;
  request: CheckoutRequest | null;
  sessionId: string | null;
  url: string | null;
  paymentIntentId: string | null;
  /** Until then the member may pay. */
  payUntilMs: number;
  /** When Stripe closes the session by itself. */
  expiresAtMs: number;
  paidAtMs: number | null;
  /** What came in, by Stripe's word or the staff's. */
  received: Money | null;
  /** Of a payment at the counter. */
  receipt: string | null;
  /** Who took the cash at the counter; absent where nobody did, or where it was not yet noted. */
  takenBy?: ActorRef;
  closedBecause: ClosedBecause | null;
  /** What keeps it from going on, or closed it: a code. */
  failure: string | null;
  refunds: Refund[];
  dispute: Dispute | null;
};

/** What is shown of a payment; the address to pay at only while it is open. */
export type PaymentView = Omit<Payment, 'request'> & { accountId: string | null };

export function viewOfPayment({ request, ...payment }: Payment): PaymentView {
  const url = payment.state === 'open' ? payment.url : null;
  return { ...payment, url, accountId: request?.accountId ?? null };
}

/** What the member is promised, before the account expires the session by itself. */
export const PAY_ONLINE_WITHIN_MS = 30 * 60_000;
export const PAY_AT_COUNTER_WITHIN_MS = 48 * 3_600_000;
/** Stripe's least is 30 minutes; the rest is left for sending the same request again. */
export const SESSION_LIVES_MS = 40 * 60_000;
/** After the session's end clocks may differ and a payment may be under way for this long. */
const RELEASE_AFTER_MS = 5 * 60_000;

/** From then on the goods are let go even without Stripe's word. */
export function releaseAtMs({ expiresAtMs }: Pick<Payment, 'expiresAtMs'>): number {
  return expiresAtMs + RELEASE_AFTER_MS;
}

/** Whether a decision about the goods may still come from this payment. */
export function isUndecided({ state }: Pick<Payment, 'state'>): boolean {
  return state === 'requesting' || state === 'open' || state === 'closing';
}
