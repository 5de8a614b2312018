import type Stripe from 'stripe';
import { configOf } from '../config.ts';
import type { CheckoutRequest } from '../domain/payment/checkout-request.ts';
import type { CheckoutEvidence, SeenDispute, SeenRefund, SeenSession } from '../domain/payment/evidence.ts';
import { isOfRequest } from '../domain/payment/judge.ts';
import { SESSION_LIVES_MS } from '../domain/payment/payment.ts';
import type { RefundOrder } from '../domain/payment/refund-order.ts';
import { seenDispute, seenIntent, seenRefund, seenSession } from './seen.ts';
import type { Answer, StripeCalls } from './stripe-calls.ts';
import { stripeClient } from './stripe-client.ts';
import { stripeFailureOf } from './stripe-failure.ts';

const PAGE = 100;
/** Sessions that one account may make in the few minutes looked at. */
const LISTED_MAX = 5_000;
/** Stripe's clock and ours may differ by so much. */
const CLOCKS_DIFFER_SECONDS = 300;

/** The calls as Stripe's own library makes them, each on the shop's connected account. */
export class CheckoutCalls implements StripeCalls {
  #stripe: Stripe;

  constructor(stripe: Stripe) {
    this.#stripe = stripe;
  }

  createSession({ accountId, idempotencyKey, params }: CheckoutRequest): Promise<Answer<SeenSession>> {
    return answerOf(async () =>
      seenSession(
        await this.#stripe.checkout.sessions.create(params, { stripeAccount: accountId, idempotencyKey }),
      ),
    );
  }

  findSession(request: CheckoutRequest): Promise<Answer<SeenSession | null>> {
    const { accountId, params } = request;
    const askedAt = params.expires_at - SESSION_LIVES_MS / 1_000;
    const created = { gte: askedAt - CLOCKS_DIFFER_SECONDS, lte: params.expires_at };
    return answerOf(async () => {
      const list = this.#stripe.checkout.sessions.list(
        { created, limit: PAGE },
        { stripeAccount: accountId },
      );
      let listed = 0;
      for await (const session of list) {
        const seen = seenSession(session);
        if (isOfRequest(request, seen)) return seen;
        listed += 1;
        // What was not looked at must not be taken for what is not there.
        if (listed >= LISTED_MAX) throw new Error('too many sessions to look through');
      }
      return null;
    });
  }

  expireSession(accountId: string, sessionId: string): Promise<Answer<SeenSession>> {
    return answerOf(async () =>
      seenSession(await this.#stripe.checkout.sessions.expire(sessionId, {}, { stripeAccount: accountId })),
    );
  }

  readCheckout(accountId: string, sessionId: string): Promise<Answer<CheckoutEvidence>> {
    return answerOf(async () => {
      const onAccount = { stripeAccount: accountId };
      const session = seenSession(await this.#stripe.checkout.sessions.retrieve(sessionId, {}, onAccount));
      const { paymentIntentId } = session;
      if (paymentIntentId === null) return { accountId, session, intent: null, refunds: [], dispute: null };
      const intent = await this.#stripe.paymentIntents.retrieve(
        paymentIntentId,
        { expand: ['latest_charge'] },
        onAccount,
      );
      const charge = typeof intent.latest_charge === 'string' ? null : intent.latest_charge;
      const refunds = charge === null ? [] : await this.#refunds(paymentIntentId, onAccount);
      const dispute = charge?.disputed ? await this.#dispute(paymentIntentId, onAccount) : null;
      return { accountId, session, intent: seenIntent(intent), refunds, dispute };
    });
  }

  createRefund({ accountId, idempotencyKey, params }: RefundOrder): Promise<Answer<SeenRefund>> {
    return answerOf(async () =>
      seenRefund(await this.#stripe.refunds.create(params, { stripeAccount: accountId, idempotencyKey })),
    );
  }

  /** Oldest first; Stripe lists the newest first. */
  async #refunds(payment_intent: string, onAccount: Stripe.RequestOptions): Promise<SeenRefund[]> {
    const found: SeenRefund[] = [];
    for await (const refund of this.#stripe.refunds.list({ payment_intent, limit: PAGE }, onAccount))
      found.push(seenRefund(refund));
    return found.toReversed();
  }

  async #dispute(payment_intent: string, onAccount: Stripe.RequestOptions): Promise<SeenDispute | null> {
    const { data } = await this.#stripe.disputes.list({ payment_intent, limit: 1 }, onAccount);
    return data[0] ? seenDispute(data[0]) : null;
  }
}

/** Failures of Stripe become answers; anything else is a fault of ours and is thrown on. */
async function answerOf<Value>(ask: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await ask() };
  } catch (thrown) {
    const failure = stripeFailureOf(thrown);
    if (failure === null) throw thrown;
    return { ok: false, failure };
  }
}

const known = new WeakMap<object, StripeCalls>();

/** The calls of this isolate's configuration; null where the platform has no key. */
export function checkoutCallsOf(env: object): StripeCalls | null {
  const { stripe } = configOf(env);
  if (stripe === null) return null;
  const calls = known.get(env) ?? new CheckoutCalls(stripeClient(stripe));
  known.set(env, calls);
  return calls;
}
