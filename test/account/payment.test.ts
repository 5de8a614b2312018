import { runDurableObjectAlarm } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setClockOffsetMs } from '../../src/lib/clock.ts';
import {
  CANCELLED,
  CASH_MINOR,
  COUNTER,
  command,
  newest,
  openCashShop,
  opened,
  paid,
  passMinutes,
  payAtStripe,
  redeemWithCash,
  settle,
  standing,
  UNDONE,
  WAITING,
  WHOLE,
} from './cash-shop.ts';
import { expectChained } from './redemption-shop.ts';
import { done, newKey, redeem, refusalOf } from './world.ts';

beforeEach(() => setClockOffsetMs(0));
afterEach(() => vi.restoreAllMocks());

describe('a redemption with cash', () => {
  test('waits for its payment with points and units kept, and shows where to pay', async () => {
    const shop = await openCashShop();
    const view = done(await redeemWithCash(shop));
    expect(view).toMatchObject({
      state: 'awaiting_payment',
      points: 40,
      payment: { state: 'open', amountMinor: CASH_MINOR, currency: 'CNY', url: 'https://checkout.test/cs_1' },
    });
    expect(await standing(shop)).toEqual({ ...WAITING, states: ['awaiting_payment', 'open'], keptMinor: 0 });
  });

  test('is the same redemption however often its command comes', async () => {
    const shop = await openCashShop();
    const key = newKey();
    const first = done(await redeemWithCash(shop, undefined, key));
    const second = done(await redeemWithCash(shop, undefined, key));
    expect(second).toEqual(first);
    expect(shop.stripe.asked).toEqual(['createSession']);
    expect(refusalOf(await redeemWithCash(shop, COUNTER, key))).toEqual({ code: 'key_reused' });
  });

  test('is captured when Stripe says paid, however often it is told', async () => {
    const shop = await opened();
    await payAtStripe(shop);
    const [one, two] = await Promise.all([settle(shop), settle(shop)]);
    expect([one.state, two.state]).toEqual(['confirmed', 'confirmed']);
    expect(await standing(shop)).toEqual(WHOLE);
    await expectChained(shop);
  });

  test('asked after by many at once is looked at once, and the look that was asked for last is made by the alarm', async () => {
    const shop = await opened();
    const { redemptionId } = await newest(shop);
    const ask = async () => done(await shop.account.settlePayment({ redemptionId, asks: true })).state;
    await ask();
    const askedBefore = shop.stripe.asked.length;
    await payAtStripe(shop);
    const states = await Promise.all(Array.from({ length: 20 }, ask));
    expect([new Set(states), shop.stripe.asked.length - askedBefore]).toEqual([
      new Set(['awaiting_payment']),
      0,
    ]);
    await passMinutes(shop, 0.1);
    await vi.waitFor(async () => expect(await standing(shop)).toEqual(WHOLE));
  });

  test('told of by Stripe is looked at whoever asked a moment ago', async () => {
    const shop = await opened();
    const { redemptionId } = await newest(shop);
    done(await shop.account.settlePayment({ redemptionId, asks: true }));
    await payAtStripe(shop);
    expect((await settle(shop)).state).toBe('confirmed');
  });

  test('is found paid by the alarm where no webhook comes', async () => {
    const shop = await opened();
    await payAtStripe(shop);
    await passMinutes(shop, 4);
    await vi.waitFor(async () => expect(await standing(shop)).toEqual(WHOLE));
  });

  test('is let go after 30 minutes, once Stripe has closed the page', async () => {
    const shop = await opened();
    await passMinutes(shop, 30);
    await vi.waitFor(async () => expect(await standing(shop)).toEqual(UNDONE));
    expect(shop.stripe.payable()).toEqual([]);
    expect((await newest(shop)).undoneBecause).toBe('payment_expired');
  });

  test('cancelled before it is paid is closed at Stripe and undone', async () => {
    const shop = await opened();
    const cancelled = done(await shop.account.cancelRedemption({ ...(await command(shop)), reason: null }));
    expect(cancelled.state).toBe('undone');
    expect(await standing(shop)).toEqual(UNDONE);
  });

  test('paid in the moment of the cancel is the member’s; a second cancel gives points and cash back', async () => {
    const shop = await opened();
    await payAtStripe(shop);
    const first = done(await shop.account.cancelRedemption({ ...(await command(shop)), reason: null }));
    expect(first.state).toBe('confirmed');
    expect(await standing(shop)).toEqual(WHOLE);
    done(await shop.account.cancelRedemption({ ...(await command(shop)), reason: null }));
    expect(await standing(shop)).toEqual(CANCELLED);
    await expectChained(shop);
  });

  test('after the fence gives its cash back only when staff accept', async () => {
    const shop = await paid();
    done(await shop.account.startFulfilment(await command(shop)));
    const actor = { kind: 'member', id: shop.memberId } as const;
    done(await shop.account.cancelRedemption({ ...(await command(shop)), actor, reason: null }));
    expect(shop.stripe.keptMinor()).toBe(CASH_MINOR);
    done(await shop.account.answerCancelRequest({ ...(await command(shop)), accept: true }));
    expect(await standing(shop)).toEqual(CANCELLED);
  });

  test('that Stripe refuses is undone at once, and says so each time', async () => {
    const shop = await openCashShop();
    shop.stripe.fail('createSession', 'no_access');
    const key = newKey();
    const refusal = { code: 'payment_unavailable', reason: 'no_access' };
    expect(refusalOf(await redeemWithCash(shop, undefined, key))).toEqual(refusal);
    expect(refusalOf(await redeemWithCash(shop, undefined, key))).toEqual(refusal);
    expect(await standing(shop)).toEqual(UNDONE);
  });

  test('that its stock refuses asks nobody for cash', async () => {
    const shop = await openCashShop();
    const line = shop.reward.line({ pointsEach: 40, cashEachMinor: CASH_MINOR - 1 });
    const answer = await redeem(shop, [line], newKey(), COUNTER);
    expect(refusalOf(answer).code).toBe('price_changed');
    expect((await newest(shop)).payment).toMatchObject({ state: 'closed', closedBecause: 'system' });
    expect(shop.stripe.asked).toEqual([]);
  });

  test.each([
    ['cash without a way to pay it', { cashEachMinor: CASH_MINOR }, undefined, 'missing'],
    ['a way to pay nothing', {}, COUNTER, 'not_asked_for'],
    ['half a cent', { cashEachMinor: 0.5 }, COUNTER, 'not_an_amount'],
    ['what cannot be charged', { cashEachMinor: 5 }, { ...COUNTER, currency: 'KWD' }, 'not_an_amount'],
    ['no currency', { cashEachMinor: 5 }, { ...COUNTER, currency: 'yuan' }, 'not_a_currency'],
  ])('%s is refused', async (_, given, cash, reason) => {
    const shop = await openCashShop();
    const answer = await redeem(shop, [shop.reward.line(given)], newKey(), cash);
    expect(refusalOf(answer)).toEqual({ code: 'invalid_input', field: 'cash', reason });
  });
});

describe('staff', () => {
  test('refund in parts, each once, and never more than came in', async () => {
    const shop = await paid();
    const part = { ...(await command(shop)), amountMinor: 2_000 };
    const [one, two] = await Promise.all([
      shop.account.refundPayment(part),
      shop.account.refundPayment({ ...part, key: newKey(), amountMinor: 5_000 }),
    ]);
    expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1);
    done(await shop.account.refundPayment(part));
    const kept = one.ok ? 4_000 : 1_000;
    expect(await standing(shop)).toMatchObject({ states: ['confirmed', 'paid'], keptMinor: kept });
  });

  test('try a failed refund again', async () => {
    const shop = await paid();
    shop.stripe.fail('createRefund', 'no_access');
    const asked = done(await shop.account.refundPayment({ ...(await command(shop)), amountMinor: 1 }));
    const [refund] = asked.payment?.refunds ?? [];
    expect(refund).toMatchObject({ state: 'failed', failure: 'no_access' });
    const retried = { ...(await command(shop)), refundKey: refund?.refundKey ?? '' };
    expect(done(await shop.account.retryRefund(retried)).payment?.refunds).toMatchObject([
      { state: 'succeeded', attempts: 2 },
    ]);
    const unknown = { ...(await command(shop)), refundKey: 'nope' };
    expect(refusalOf(await shop.account.retryRefund(unknown))).toEqual({ code: 'not_found' });
  });

  test('take cash at the counter, and hand it back', async () => {
    const shop = await opened(COUNTER);
    const taken = { ...(await command(shop)), receipt: 'A-17' };
    expect(done(await shop.account.confirmCounterPayment(taken)).state).toBe('confirmed');
    const cancelled = done(await shop.account.cancelRedemption({ ...(await command(shop)), reason: null }));
    const [refund] = cancelled.payment?.refunds ?? [];
    expect([cancelled.state, refund?.state]).toEqual(['cancelled', 'requested']);
    const handed = { ...(await command(shop)), refundKey: refund?.refundKey ?? '' };
    expect(done(await shop.account.confirmCounterRefund(handed)).payment?.refunds[0]?.state).toBe(
      'succeeded',
    );
  });

  test('are waited for 48 hours at the counter', async () => {
    const shop = await opened(COUNTER);
    await passMinutes(shop, 48 * 60);
    expect(await standing(shop)).toEqual({ ...UNDONE });
    const late = { ...(await command(shop)), receipt: null };
    expect(refusalOf(await shop.account.confirmCounterPayment(late))).toEqual({
      code: 'wrong_state',
      state: 'payment_closed',
    });
  });

  test('cannot confirm, refund or settle what has no cash part', async () => {
    const shop = await openCashShop();
    done(await redeem(shop, [shop.reward.line()]));
    const wrong = { code: 'wrong_state', state: 'confirmed' };
    const answers = [
      await shop.account.confirmCounterPayment({ ...(await command(shop)), receipt: null }),
      await shop.account.refundPayment({ ...(await command(shop)), amountMinor: 1 }),
    ];
    expect(answers.map(refusalOf)).toEqual([wrong, wrong]);
    expect((await settle(shop)).state).toBe('confirmed');
    expect(refusalOf(await shop.account.settlePayment({ redemptionId: 'rdm_nope' }))).toEqual({
      code: 'not_found',
    });
  });
});

describe('told of something at Stripe while Stripe gives no answer', () => {
  const OUTSIDE = [['outside', 2_000, 'succeeded']];
  const toldInVain = async (fault: 'request_lost' | 'saved_500' | 'busy', times: number) => {
    const shop = await paid();
    shop.stripe.refundOutside((await newest(shop)).payment?.sessionId ?? '', 2_000);
    shop.stripe.fail('readCheckout', fault, times);
    expect((await settle(shop)).payment?.refunds).toEqual([]);
    return shop;
  };

  test.each(['request_lost', 'saved_500', 'busy'] as const)(
    'the account looks again until it does (%s)',
    async (fault) => {
      const shop = await toldInVain(fault, 3);
      for (let minute = 0; minute < 4; minute += 1) await passMinutes(shop, 1);
      await vi.waitFor(async () => expect((await standing(shop)).refunds).toEqual(OUTSIDE));
    },
  );

  test('whatever happens to the order in between', async () => {
    const shop = await toldInVain('request_lost', 2);
    done(await shop.account.startFulfilment(await command(shop)));
    done(await shop.account.ship({ ...(await command(shop)), carrier: 'SF', trackingNumber: '1' }));
    for (let minute = 0; minute < 4; minute += 1) await passMinutes(shop, 1);
    await vi.waitFor(async () => expect((await standing(shop)).refunds).toEqual(OUTSIDE));
  });

  test('it gives up after some days, and looks when it is told again', async () => {
    const shop = await toldInVain('request_lost', 1_000);
    for (let hour = 0; hour < 100; hour += 1) await passMinutes(shop, 61);
    const { length } = shop.stripe.asked;
    await passMinutes(shop, 24 * 60);
    expect(shop.stripe.asked).toHaveLength(length);
    shop.stripe.heal();
    await settle(shop);
    expect((await standing(shop)).refunds).toEqual(OUTSIDE);
  });
});

describe('while Stripe is slow', () => {
  test('the member’s other commands, her journal and the alarm go on', async () => {
    const shop = await openCashShop();
    shop.stripe.pause = () => new Promise(() => {});
    const redeeming = redeemWithCash(shop);
    // Where the machine is slow she has been waited for by then, and closing the page is asked behind it.
    await vi.waitFor(() => expect(shop.stripe.asked).toContain('createSession'));
    const adjustment = { points: 5, reason: 'goodwill', note: null, expiresAtMs: null };
    done(await shop.account.adjust({ ...(await command(shop)), ...adjustment }));
    const startedMs = Date.now();
    await passMinutes(shop, 1);
    await runDurableObjectAlarm(shop.stub);
    expect(Date.now() - startedMs).toBeLessThan(4_000);
    const { headSeq, sentSeq } = done(await shop.account.exportState());
    expect(sentSeq).toBe(headSeq);
    expect(done(await redeeming)).toMatchObject({
      state: 'awaiting_payment',
      payment: { state: 'requesting' },
    });
  });
});
