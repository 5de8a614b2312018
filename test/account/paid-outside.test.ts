import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setClockOffsetMs } from '../../src/lib/clock.ts';
import { CASH_MINOR, command, paid, settle } from './cash-shop.ts';
import { expectChained } from './redemption-shop.ts';
import { done, newKey, refusalOf } from './world.ts';

beforeEach(() => setClockOffsetMs(0));
afterEach(() => vi.restoreAllMocks());

describe('staff', () => {
  test('note that a refund which Stripe never takes went back by another way, once, with who and how', async () => {
    const shop = await paid();
    shop.stripe.fail('createRefund', 'no_access', 9);
    const asked = done(await shop.account.refundPayment({ ...(await command(shop)), amountMinor: 2_000 }));
    const refundKey = asked.payment?.refunds[0]?.refundKey ?? '';
    const told = { ...(await command(shop)), refundKey, reason: 'bank transfer of 3 May' };
    const noted = done(await shop.account.confirmPaidOutside(told)).payment?.refunds;
    expect(noted).toMatchObject([
      { state: 'succeeded', amountMinor: 2_000, paidOutside: { reason: told.reason }, actor: told.actor },
    ]);
    expect(done(await shop.account.confirmPaidOutside({ ...told, key: newKey() })).payment?.refunds).toEqual(
      noted,
    );
    expect((await settle(shop)).payment?.refunds).toEqual(noted);
    const more = { ...(await command(shop)), amountMinor: CASH_MINOR - 1_999 };
    expect(refusalOf(await shop.account.refundPayment(more))).toEqual({
      code: 'refund_exceeds_payment',
      remainingMinor: CASH_MINOR - 2_000,
    });
    await expectChained(shop);
  });

  test('cannot note so of a refund that is under way or unknown', async () => {
    const shop = await paid();
    const made = done(await shop.account.refundPayment({ ...(await command(shop)), amountMinor: 1 }));
    const refundKey = made.payment?.refunds[0]?.refundKey ?? '';
    const told = { ...(await command(shop)), refundKey, reason: 'by hand' };
    expect(refusalOf(await shop.account.confirmPaidOutside(told))).toEqual({
      code: 'wrong_state',
      state: 'payment_succeeded',
    });
    const unknown = { ...told, key: newKey(), refundKey: 'nope' };
    expect(refusalOf(await shop.account.confirmPaidOutside(unknown))).toEqual({ code: 'not_found' });
  });
});
