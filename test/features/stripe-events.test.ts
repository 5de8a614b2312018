import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Context } from '../../src/context.ts';
import { paymentAccounts, stripeEvents } from '../../src/db/schema/payments.ts';
import { selectAwaitingPayment } from '../../src/features/payments/event-queries.ts';
import { findLostEvents } from '../../src/features/payments/find-lost-events.ts';
import { lookAtAwaited } from '../../src/features/payments/look-at-awaited.ts';
import { cancelRedemption } from '../../src/features/redemptions/cancel-redemption.ts';
import { getRedemption } from '../../src/features/redemptions/get-redemption.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import { clock, clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { stripeClient } from '../../src/stripe/stripe-client.ts';
import { CASH_MINOR, type CashShop, deliver, eventOf, notedEvents, shopThatTakesCash } from './cash-shop.ts';
import { must, newKey } from './world.ts';

beforeEach(() => setClockOffsetMs(0));
afterEach(() => vi.restoreAllMocks());

/** A member has paid at Stripe, and nobody has told of it yet. */
async function paidUnheard() {
  const shop = await shopThatTakesCash();
  const { redemptionId, payment } = await shop.order();
  const sessionId = payment?.sessionId ?? '';
  shop.stripe.pay(sessionId);
  const metadata = { tenantId: shop.tenant.id, memberId: shop.memberId, redemptionId, attempt: '1' };
  const session = { id: sessionId, object: 'checkout.session', metadata, payment_intent: `pi_${sessionId}` };
  const name = { memberId: shop.memberId, redemptionId };
  const state = async () => must(await getRedemption({ ctx: shop.owner, input: name })).state;
  return { ...shop, session, name, state };
}

describe('an event of Stripe', () => {
  test('has its payment looked at, once, and is noted', async () => {
    const shop = await paidUnheard();
    const event = eventOf(shop, shop.session);
    expect(await deliver(JSON.stringify(event))).toBe(200);
    expect([await shop.state(), await notedEvents(shop)]).toEqual(['confirmed', [event.id]]);
    const asked = shop.stripe.asked.length;
    expect(await deliver(JSON.stringify(event))).toBe(200);
    expect(shop.stripe.asked).toHaveLength(asked);
  });

  test('that says paid of what is not changes nothing: only Stripe’s answer decides', async () => {
    const shop = await shopThatTakesCash();
    const { redemptionId } = await shop.order();
    const metadata = { tenantId: shop.tenant.id, memberId: shop.memberId, redemptionId, attempt: '1' };
    const claimed = {
      id: 'cs_1',
      object: 'checkout.session',
      metadata,
      payment_status: 'paid',
      amount_total: 1,
    };
    expect(await deliver(JSON.stringify(eventOf(shop, claimed)))).toBe(200);
    const found = await getRedemption({ ctx: shop.owner, input: { memberId: shop.memberId, redemptionId } });
    expect(must(found).state).toBe('awaiting_payment');
  });

  test.each<[string, Parameters<typeof deliver>[1]]>([
    ['forged', { secret: 'whsec_forged' }],
    ['301 seconds old', { ageSeconds: 301 }],
    ['without a signature', { header: '' }],
    ['with a signature that is none', { header: 't=1,v1=00' }],
  ])('%s is refused', async (_, given) => {
    const shop = await paidUnheard();
    expect(await deliver(JSON.stringify(eventOf(shop, shop.session)), given)).toBe(400);
    expect([await shop.state(), await notedEvents(shop)]).toEqual(['awaiting_payment', []]);
  });

  test('300 seconds old is taken; changed after it was signed it is refused', async () => {
    const shop = await paidUnheard();
    const text = JSON.stringify(eventOf(shop, shop.session));
    expect(await deliver(text, { ageSeconds: 300 })).toBe(200);
    expect(await deliver(text.replace('completed', 'expired'), { signed: text })).toBe(400);
  });

  test('of an account that no shop has, or without one, changes nothing', async () => {
    const shop = await paidUnheard();
    const strange = eventOf({ accountId: 'acct_strange' }, shop.session);
    expect(await deliver(JSON.stringify(strange))).toBe(400);
    const { account: _, ...ownerless } = eventOf(shop, shop.session);
    expect(await deliver(JSON.stringify(ownerless))).toBe(200);
    expect(await shop.state()).toBe('awaiting_payment');
  });

  test('of one shop’s account about another shop’s payment changes nothing at either', async () => {
    const [shop, other] = [await paidUnheard(), await shopThatTakesCash()];
    expect(await deliver(JSON.stringify(eventOf(other, shop.session)))).toBe(200);
    const ofNobody = { ...shop.session, metadata: { ...shop.session.metadata, tenantId: other.tenant.id } };
    expect(await deliver(JSON.stringify(eventOf(other, ofNobody)))).toBe(200);
    expect([await shop.state(), await notedEvents(shop), await notedEvents(other)]).toEqual([
      'awaiting_payment',
      [],
      [],
    ]);
  });

  test('about what the shop sells elsewhere is none of ours', async () => {
    const shop = await paidUnheard();
    const elsewhere = { id: 'cs_9', object: 'checkout.session', metadata: {}, payment_intent: null };
    expect(await deliver(JSON.stringify(eventOf(shop, elsewhere)))).toBe(200);
    expect(await deliver(JSON.stringify(eventOf(shop, {}, { type: 'payout.paid' })))).toBe(200);
    expect(await notedEvents(shop)).toEqual([]);
  });

  test('that cannot be gone after is asked for again', async () => {
    const shop = await paidUnheard();
    const refund = { id: 're_1', object: 'refund', metadata: {}, payment_intent: 'pi_cs_1' };
    // Nobody answers where the payment of the refund is looked up.
    expect(await deliver(JSON.stringify(eventOf(shop, refund, { type: 'refund.created' })))).toBe(503);
    expect(await notedEvents(shop)).toEqual([]);
  });
});

/** What stands in the table of noted events, received so many days ago. */
const noteDaysAgo = ({ owner, accountId }: CashShop, eventId: string, days: number) => {
  const atMs = clock.nowMs() - days * 86_400_000;
  const row = { eventId, type: 'refund.created', accountId, createdAtMs: atMs, receivedAtMs: atMs };
  return owner.db.batch(owner.tenant.id, [
    owner.db.build.insert(stripeEvents).values({ tenantId: owner.tenant.id, ...row }),
  ]);
};

test('events are known for 45 days, and forgotten when another comes after that', async () => {
  const shop = await paidUnheard();
  await noteDaysAgo(shop, 'evt_44_days', 44);
  await noteDaysAgo(shop, 'evt_46_days', 46);
  const event = eventOf(shop, shop.session);
  expect(await deliver(JSON.stringify(event))).toBe(200);
  expect((await notedEvents(shop)).toSorted()).toEqual([event.id, 'evt_44_days'].toSorted());
});

test('an account that shuts us out has what is awaited there looked at, and no address to pay at is shown', async () => {
  const shop = await shopThatTakesCash();
  const { redemptionId } = await shop.order();
  const name = { memberId: shop.memberId, redemptionId };
  await vi.waitFor(
    async () => {
      const [rows] = await shop.owner.db.batch(shop.owner.tenant.id, [
        selectAwaitingPayment(shop.owner, '', 10),
      ]);
      expect(rows.map((row) => row.redemptionId)).toEqual([redemptionId]);
    },
    { timeout: 15_000, interval: 200 },
  );
  shop.stripe.fail('readCheckout', 'no_access', 9);
  shop.stripe.fail('expireSession', 'no_access', 9);
  await lookAtAwaited({ ctx: shop.owner });
  const { payment } = must(await getRedemption({ ctx: shop.owner, input: name }));
  expect([payment?.state, payment?.url, payment?.failure]).toEqual(['closing', null, 'no_access']);
});

const change = ({ owner }: CashShop, set: { counterEnabled?: boolean; chargesEnabled?: boolean }) =>
  owner.db.batch(owner.tenant.id, [owner.db.build.update(paymentAccounts).set(set)]);

/** Stripe's list of events and its payments, as the library asks for them. */
function listing(ctx: Context, events: object[], intents: Record<string, object> = {}): Context {
  const setting = ctx.config.stripe;
  if (setting === null) throw new Error('it is configured');
  const stripe = stripeClient(setting, async (input) => {
    const { pathname, searchParams } = new URL(String(input));
    const intent = intents[pathname.replace('/v1/payment_intents/', '')];
    if (intent) return Response.json(intent);
    const from = Number(searchParams.get('created[gte]'));
    const to = Number(searchParams.get('created[lte]'));
    const data = events.filter((each) => {
      const { created } = each as { created: number };
      return created >= from && created <= to;
    });
    return Response.json({ object: 'list', data, has_more: false, url: '/v1/events' });
  });
  return { ...ctx, stripe };
}

describe('events that no webhook brought', () => {
  const look = (shop: CashShop, events: object[], intents?: Record<string, object>) => {
    const ctx = listing(shop.owner, events, intents);
    const directory = {
      ...ctx.directory,
      connectedAccounts: async () => [{ tenantId: shop.tenant.id, accountId: shop.accountId }],
    };
    const enter = (tenant: Context['tenant']) => ({
      ...listing(shop.as({ kind: 'system', name: 'cron' }), events, intents),
      tenant,
    });
    return findLostEvents({ ctx: { ...ctx, directory }, input: { enter } });
  };

  test('are found in Stripe’s list, each once, three days later as well', async () => {
    const shop = await paidUnheard();
    const event = eventOf(shop, shop.session);
    setClockOffsetMs(clockOffsetMs() + 71 * 3_600_000);
    expect(await look(shop, [event])).toEqual({ found: 1, failed: 0 });
    expect(await notedEvents(shop)).toEqual([event.id]);
    expect(await look(shop, [event])).toEqual({ found: 0, failed: 0 });
    expect(await shop.state()).toBe('confirmed');
  });

  test('a refund made in Stripe’s pages leads to its payment', async () => {
    const shop = await paidUnheard();
    await deliver(JSON.stringify(eventOf(shop, shop.session)));
    shop.stripe.refundOutside(shop.session.id, 400);
    const refund = {
      id: 're_1',
      object: 'refund',
      metadata: {},
      payment_intent: shop.session.payment_intent,
    };
    const event = eventOf(shop, refund, { type: 'refund.created' });
    const intents = { [shop.session.payment_intent]: { id: 'pi', metadata: shop.session.metadata } };
    expect(await look(shop, [event], intents)).toEqual({ found: 1, failed: 0 });
    const view = must(await getRedemption({ ctx: shop.owner, input: shop.name }));
    expect(view.payment?.refunds).toMatchObject([
      { because: 'outside', amountMinor: 400, state: 'succeeded' },
    ]);
    must(await cancelRedemption({ ctx: shop.owner, input: { ...shop.name, reason: null, key: newKey() } }));
    expect(shop.stripe.keptMinor()).toBe(0);
  });

  test('an account that cannot be read is tried again later, from where it was left', async () => {
    const shop = await paidUnheard();
    const event = eventOf(shop, shop.session);
    const enter = () => shop.as({ kind: 'system', name: 'cron' });
    const directory = {
      ...shop.owner.directory,
      connectedAccounts: async () => [{ tenantId: shop.tenant.id, accountId: shop.accountId }],
    };
    const away = await findLostEvents({ ctx: { ...shop.owner, directory }, input: { enter } });
    expect(away).toEqual({ found: 0, failed: 1 });
    setClockOffsetMs(clockOffsetMs() + 3_600_000);
    expect(await look(shop, [event])).toEqual({ found: 1, failed: 0 });
  });
});

describe('redeeming', () => {
  test.each([
    ['without saying where to pay', null, { code: 'invalid_input', field: 'payment', reason: 'missing' }],
    ['at a counter that takes none', 'counter', { code: 'payment_unavailable', reason: 'counter' }],
    ['by card where the account takes none', 'online', { code: 'payment_unavailable', reason: 'online' }],
  ] as const)('with cash %s is refused', async (_, payment, refusal) => {
    const shop = await shopThatTakesCash();
    await change(shop, { counterEnabled: false, chargesEnabled: false });
    const input = shop.input(payment);
    expect(await redeem({ ctx: shop.member(shop.memberId), input })).toEqual({ ok: false, refusal });
  });

  test('again under the same key is the same, whatever the account has come to', async () => {
    const shop = await shopThatTakesCash();
    const ctx = shop.member(shop.memberId);
    const input = shop.input();
    const first = must(await redeem({ ctx, input }));
    await change(shop, { chargesEnabled: false });
    expect(must(await redeem({ ctx, input })).redemptionId).toBe(first.redemptionId);
    const elsewhere = { ...input, payment: 'counter' as const };
    expect(await redeem({ ctx, input: elsewhere })).toEqual({ ok: false, refusal: { code: 'key_reused' } });
  });
});

test('the cash that the member chose is what Stripe is asked for', async () => {
  const shop = await shopThatTakesCash();
  const { redemptionId } = await shop.order();
  const [session] = shop.stripe.sessions;
  expect(session?.request).toMatchObject({
    accountId: shop.accountId,
    params: {
      line_items: [{ quantity: 1, price_data: { currency: 'cny', unit_amount: CASH_MINOR } }],
      payment_intent_data: { application_fee_amount: 25 },
      success_url: `http://${shop.tenant.slug}.localhost:8787/redemptions/${redemptionId}/paid`,
      cancel_url: `http://${shop.tenant.slug}.localhost:8787/redemptions/${redemptionId}`,
    },
  });
});
