import type { CheckoutRequest } from '../domain/payment/checkout-request.ts';
import type { CheckoutEvidence, SeenRefund, SeenSession } from '../domain/payment/evidence.ts';
import type { RefundOrder } from '../domain/payment/refund-order.ts';
import type { StripeFailure } from './stripe-failure.ts';

/** What Stripe answered, or what the lack of an answer says about the effect. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; failure: StripeFailure };

/**
 * Everything that an account asks of Stripe. No call throws for what Stripe says or fails to say; each
 * returns within the client's time limit, and none repeats a request by itself.
 */
export type StripeCalls = {
  /** Sends exactly the stored request under its key. */
  createSession(request: CheckoutRequest): Promise<Answer<SeenSession>>;
  /** The session of this request in the account's list, by its reference; null where there is none. */
  findSession(request: CheckoutRequest): Promise<Answer<SeenSession | null>>;
  expireSession(accountId: string, sessionId: string): Promise<Answer<SeenSession>>;
  /** Session, intent, refunds and dispute, read anew. */
  readCheckout(accountId: string, sessionId: string): Promise<Answer<CheckoutEvidence>>;
  createRefund(order: RefundOrder): Promise<Answer<SeenRefund>>;
};
