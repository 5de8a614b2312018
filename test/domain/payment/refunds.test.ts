import { describe, expect, test } from 'vitest';
import { CASH_MINOR } from './memory-shop.ts';
import { CANCELLED, paid, refunds, sessionOf, staffRefund, standing } from './standing.ts';

describe('refunds', () => {
  test('by staff, in parts and never more than came in', async () => {
    const shop = await paid();
    staffRefund(shop, 10_000);
    await shop.advance();
    expect(staffRefund(shop, 20_001)).toEqual({ code: 'refund_exceeds_payment', remainingMinor: 20_000 });
    staffRefund(shop, 20_000);
    await shop.advance();
    expect(standing(shop)).toEqual(['confirmed', 'paid', 0, 3_000]);
    expect(shop.payment.refunds.map((each) => each.refundKey)).toEqual(['rdm_1:10000', 'rdm_1:30000']);
    expect(staffRefund(shop, 1)).toEqual({ code: 'refund_exceeds_payment', remainingMinor: 0 });
  });

  test.each(['request_lost', 'reply_lost', 'saved_500', 'late_500', 'busy'] as const)(
    '%s: it is made once',
    async (fault) => {
      const shop = await paid();
      shop.stripe.fail('createRefund', fault);
      staffRefund(shop, 10_000);
      for (let round = 0; round < 4; round += 1) await shop.advance(true);
      expect(refunds(shop)).toEqual([['staff', 10_000, 'succeeded']]);
      expect(shop.stripe.keptMinor()).toBe(20_000);
    },
  );

  test('made outside are recorded, and leave less to refund', async () => {
    const shop = await paid();
    shop.stripe.refundOutside(sessionOf(shop), 25_000);
    await shop.advance(true);
    expect(refunds(shop)).toEqual([['outside', 25_000, 'succeeded']]);
    expect(staffRefund(shop, 5_001)).toEqual({ code: 'refund_exceeds_payment', remainingMinor: 5_000 });
    shop.cancel();
    await shop.advance();
    expect(standing(shop)).toEqual(CANCELLED);
    expect(refunds(shop)[1]).toEqual(['cancelled', 5_000, 'succeeded']);
  });

  test('of a card that took none, once paid back by another way, stay so whatever Stripe’s list still says', async () => {
    const shop = await paid();
    staffRefund(shop, 10_000);
    await shop.advance();
    const [atStripe] = shop.stripe.sessions[0]?.refunds ?? [];
    if (atStripe) Object.assign(atStripe, { status: 'failed', failure: 'lost_or_stolen_card' });
    await shop.advance(true);
    const refundKey = shop.payment.refunds[0]?.refundKey ?? '';
    const by = { kind: 'staff', id: 'stf_1' } as const;
    shop.pay({ kind: 'refund_paid_outside', refundKey, reason: 'in cash', by });
    await shop.advance(true);
    expect(shop.payment.refunds).toMatchObject([{ state: 'succeeded', paidOutside: { reason: 'in cash' } }]);
    expect(shop.pay({ kind: 'refund_paid_outside', refundKey, reason: 'again', by })).toBe('unchanged');
  });

  test('give way to one made outside before Stripe took them', async () => {
    const shop = await paid();
    staffRefund(shop, 10_000);
    shop.stripe.refundOutside(sessionOf(shop), 25_000);
    await shop.advance();
    expect(refunds(shop)).toEqual([
      ['staff', 5_000, 'succeeded'],
      ['outside', 25_000, 'succeeded'],
    ]);
  });

  test('covered from outside come back when that fails', async () => {
    const shop = await paid();
    const outside = shop.stripe.refundOutside(sessionOf(shop), CASH_MINOR, 'pending');
    shop.cancel();
    await shop.advance();
    expect(refunds(shop)).toEqual([
      ['cancelled', CASH_MINOR, 'covered'],
      ['outside', CASH_MINOR, 'pending'],
    ]);
    outside.status = 'failed';
    await shop.advance(true);
    await shop.advance(true);
    expect(standing(shop)).toEqual(CANCELLED);
    expect(refunds(shop)[2]).toEqual(['cancelled', CASH_MINOR, 'succeeded']);
  });

  test('that fail later wait in the staff’s queue and can be tried again', async () => {
    const shop = await paid();
    staffRefund(shop, 10_000);
    await shop.advance();
    const [atStripe] = shop.stripe.sessions[0]?.refunds ?? [];
    if (atStripe) Object.assign(atStripe, { status: 'failed', failure: 'lost_or_stolen_card' });
    await shop.advance(true);
    expect(shop.payment.refunds).toMatchObject([{ state: 'failed', failure: 'lost_or_stolen_card' }]);
    shop.pay({ kind: 'refund_retried', refundKey: 'rdm_1:10000' });
    await shop.advance();
    expect(shop.payment.refunds).toMatchObject([{ state: 'succeeded', attempts: 2, failure: null }]);
    expect(shop.stripe.keptMinor()).toBe(20_000);
  });

  test('nobody hears of for three days go to the staff’s queue', async () => {
    const shop = await paid();
    shop.stripe.fail('readCheckout', 'request_lost', 99);
    staffRefund(shop, 10_000);
    await shop.advance();
    shop.passMinutes(3 * 24 * 60);
    await shop.advance(true);
    expect(shop.payment.refunds).toMatchObject([{ state: 'failed', failure: 'no_answer' }]);
  });

  test('a dispute is recorded with Stripe’s own word for where it stands', async () => {
    const shop = await paid();
    shop.stripe.dispute(sessionOf(shop), 'needs_response');
    await shop.advance(true);
    expect(shop.payment.dispute).toMatchObject({ state: 'needs_response', amountMinor: CASH_MINOR });
  });
});
