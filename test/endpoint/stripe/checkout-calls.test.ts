import type Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { type CheckoutParams, checkoutRequest } from '../../../src/domain/payment/checkout-request.ts';
import type { RefundOrder } from '../../../src/domain/payment/refund-order.ts';
import { CheckoutCalls } from '../../../src/stripe/checkout-calls.ts';
import type { Answer } from '../../../src/stripe/stripe-calls.ts';
import { stripeClient } from '../../../src/stripe/stripe-client.ts';
import { MINUTE_MS, openAccount, type Scene, SECRET_KEY, scene } from './scene.ts';

/** Every parameter that is sent is one that the package knows. */
const unknown: Exclude<keyof CheckoutParams, keyof Stripe.Checkout.SessionCreateParams>[] = [];

const METADATA = { tenantId: 'ten_1', memberId: 'mem_1', redemptionId: 'rdm_1', attempt: '1' };

async function shop(currency = 'CNY', cashEachMinor = 16_670, country = 'HK') {
  const here = await scene();
  const accountId = await openAccount(here, country);
  const terms = {
    method: 'online' as const,
    currency,
    accountId,
    applicationFeeBasisPoints: 300,
    successUrl: 'http://shop.localhost:8787/redemptions/rdm_1/result',
    cancelUrl: 'http://shop.localhost:8787/redemptions/rdm_1',
    locale: 'zh-CN' as const,
    description: null,
  };
  const { attempt: _, ...subject } = METADATA;
  const lines = [{ names: { 'zh-CN': '腕表' }, quantity: 1, cashEachMinor }];
  const request = checkoutRequest(terms, { ...subject, lines }, here.clock.nowMs);
  const setting = { secretKey: SECRET_KEY, webhookSecret: 'whsec_1', applicationFeeBasisPoints: 0 };
  const calls = new CheckoutCalls(stripeClient({ ...setting, apiBase: here.url() }));
  const made = () => calls.createSession(request);
  const paid = async () => {
    const { sessionId } = must(await made());
    await here.control(`sessions/${sessionId}/pay`, { card: 'pays' });
    return sessionId;
  };
  return { ...here, accountId, request, calls, made, paid };
}

function must<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value;
}
const kindOf = (answer: Answer<unknown>) => (answer.ok ? 'ok' : answer.failure.kind);
const fault = ({ control }: Pick<Scene, 'control'>, path: string, how: string, times = 1) =>
  control('faults', { how, path, times });

test('nothing is sent that the package does not know', () => expect(unknown).toEqual([]));

describe('a session', () => {
  test.each([
    ['CNY', 16_670, 'HK'],
    ['JPY', 500, 'JP'],
    ['KWD', 1_230, 'HK'],
    ['ISK', 1_500, 'HK'],
  ])('in %s is made, paid and read in the same amounts', async (currency, amountMinor, country) => {
    const { calls, accountId, paid } = await shop(currency, amountMinor, country);
    const sessionId = await paid();
    const evidence = must(await calls.readCheckout(accountId, sessionId));
    expect(evidence).toMatchObject({
      accountId,
      session: { sessionId, status: 'complete', paymentStatus: 'paid', amountMinor, currency, url: null },
      intent: { amountReceivedMinor: amountMinor, currency },
      refunds: [],
      dispute: null,
    });
  });

  test('is the same however often its request is sent, and is found by its reference', async () => {
    const { calls, request, made } = await shop();
    const first = must(await made());
    expect(first).toMatchObject({
      status: 'open',
      paymentStatus: 'unpaid',
      reference: 'rdm_1',
      metadata: METADATA,
    });
    expect(must(await made())).toEqual(first);
    expect(must(await calls.findSession(request))?.sessionId).toBe(first.sessionId);
    const { params } = request;
    const other = { ...request, params: { ...params, metadata: { ...METADATA, attempt: '2' } } };
    expect(must(await calls.findSession(other))).toBe(null);
  });

  test('is expired once; of another account it is not there', async () => {
    const here = await shop();
    const { sessionId } = must(await here.made());
    expect(must(await here.calls.expireSession(here.accountId, sessionId)).status).toBe('expired');
    expect(kindOf(await here.calls.expireSession(here.accountId, sessionId))).toBe('refused');
    const elsewhere = await openAccount(here);
    expect(kindOf(await here.calls.readCheckout(elsewhere, sessionId))).toBe('refused');
  });

  test.each([
    ['lost', 'lost', 'ok'],
    ['reply-lost', 'lost', 'ok'],
    ['saved-500', 'broken', 'broken'],
    ['saved-500-after', 'broken', 'broken'],
    ['rate-limited', 'busy', 'ok'],
    ['unavailable', 'broken', 'ok'],
  ])('%s says what may have happened, and again what the key says', async (how, first, second) => {
    const here = await shop();
    await fault(here, '/v1/checkout/sessions', how);
    expect([kindOf(await here.made()), kindOf(await here.made())]).toEqual([first, second]);
    const found = must(await here.calls.findSession(here.request));
    expect(found !== null).toBe(how !== 'saved-500');
  });

  test('too late for its end is refused, and so is everything of an account that left', async () => {
    const here = await shop();
    here.clock.nowMs += 11 * MINUTE_MS;
    expect(kindOf(await here.made())).toBe('refused');
    await here.control(`accounts/${here.accountId}/deauthorise`, {});
    expect(kindOf(await here.made())).toBe('no_access');
    expect(kindOf(await here.calls.findSession(here.request))).toBe('no_access');
  });
});

describe('refunds', () => {
  const order = (accountId: string, payment_intent: string, amount: number, attempt = '1'): RefundOrder => ({
    accountId,
    idempotencyKey: `rdm_1:${amount}:refund:${attempt}`,
    currency: 'CNY',
    params: {
      payment_intent,
      amount,
      refund_application_fee: true,
      metadata: {
        tenantId: 'ten_1',
        memberId: 'mem_1',
        redemptionId: 'rdm_1',
        refundKey: `rdm_1:${amount}`,
        attempt,
      },
    },
  });

  test('ours carry their key, others none; both are listed, the oldest first', async () => {
    const { calls, accountId, paid, control, books } = await shop();
    const sessionId = await paid();
    const intentId = must(await calls.readCheckout(accountId, sessionId)).session.paymentIntentId ?? '';
    const made = must(await calls.createRefund(order(accountId, intentId, 10_000)));
    expect(must(await calls.createRefund(order(accountId, intentId, 10_000)))).toEqual(made);
    await control('refunds', { paymentIntent: intentId, amount: 6_000 });
    const { refunds } = must(await calls.readCheckout(accountId, sessionId));
    expect(refunds).toMatchObject([
      { amountMinor: 10_000, status: 'succeeded', refundKey: 'rdm_1:10000', attempt: 1 },
      { amountMinor: 6_000, status: 'succeeded', refundKey: null, attempt: null },
    ]);
    expect(kindOf(await calls.createRefund(order(accountId, intentId, 671)))).toBe('refused');
    expect(await books()).toMatchObject([
      { account: accountId, currency: 'cny', charged: 16_670, refunded: 16_000 },
    ]);
  });

  test('that fail later say so, and why', async () => {
    const { calls, accountId, paid, control } = await shop();
    const sessionId = await paid();
    const intentId = must(await calls.readCheckout(accountId, sessionId)).session.paymentIntentId ?? '';
    await control('refund-mode', { mode: 'pending' });
    const { stripeRefundId } = must(await calls.createRefund(order(accountId, intentId, 10_000)));
    expect(must(await calls.readCheckout(accountId, sessionId)).refunds[0]?.status).toBe('pending');
    await control(`refunds/${stripeRefundId}`, { status: 'failed' });
    const [refund] = must(await calls.readCheckout(accountId, sessionId)).refunds;
    expect(refund).toMatchObject({ status: 'failed', failure: expect.any(String) });
  });

  test('a dispute is read with its payment', async () => {
    const { calls, accountId, paid, control } = await shop();
    const sessionId = await paid();
    const intentId = must(await calls.readCheckout(accountId, sessionId)).session.paymentIntentId ?? '';
    await control('disputes', { paymentIntent: intentId });
    const { dispute } = must(await calls.readCheckout(accountId, sessionId));
    expect(dispute).toMatchObject({ amountMinor: 16_670, state: 'needs_response' });
  });
});
