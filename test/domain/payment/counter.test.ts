import { describe, expect, test } from 'vitest';
import { refundableMinor } from '../../../src/domain/payment/refunds.ts';
import { CASH_MINOR, MemoryShop, STAFF } from './memory-shop.ts';
import { refunds } from './standing.ts';

describe('at the counter', () => {
  const atCounter = () => new MemoryShop({ method: 'counter', currency: 'CNY' });

  test('staff confirm, and the goods are the member’s', async () => {
    const shop = atCounter();
    shop.pay({ kind: 'counter_paid', receipt: 'A-17', by: STAFF });
    await shop.advance();
    expect([shop.redemption.state, shop.payment.state, shop.payment.receipt]).toEqual([
      'confirmed',
      'paid',
      'A-17',
    ]);
  });

  test('whoever confirms again, with whatever receipt, hears who took the cash and when', async () => {
    const shop = atCounter();
    shop.pay({ kind: 'counter_paid', receipt: 'A-17', by: STAFF });
    await shop.advance();
    const taken = { code: 'cash_taken', takenAtMs: shop.payment.paidAtMs, by: STAFF };
    shop.passMinutes(3);
    const other = { kind: 'staff', id: 'usr_2' } as const;
    expect([
      shop.pay({ kind: 'counter_paid', receipt: 'A-17', by: STAFF }),
      shop.pay({ kind: 'counter_paid', receipt: 'A-18', by: other }),
    ]).toEqual([taken, taken]);
    expect([shop.payment.takenBy, shop.payment.receipt]).toEqual([STAFF, 'A-17']);
  });

  test('a cancel that promised no cash is asked again once cash came in', async () => {
    const shop = atCounter();
    const cancel = (cashBackMinor: number) =>
      shop.record({ kind: 'cancel', reason: 'closed', by: 'staff', cashBackMinor }, STAFF);
    shop.pay({ kind: 'counter_paid', receipt: null, by: STAFF });
    await shop.advance();
    expect(cancel(0)).toEqual({
      code: 'cash_changed',
      cashBackMinor: CASH_MINOR,
      toldMinor: 0,
      currency: 'CNY',
    });
    expect(shop.redemption.state).toBe('confirmed');
    expect(cancel(CASH_MINOR)).toBe('changed');
    await shop.advance();
    expect([shop.redemption.state, shop.redemption.cancelledBy]).toEqual(['cancelled', STAFF]);
  });

  test('it is open for 48 hours', async () => {
    const shop = atCounter();
    shop.passMinutes(48 * 60 - 1);
    await shop.advance(true);
    expect(shop.redemption.state).toBe('awaiting_payment');
    shop.passMinutes(1);
    await shop.advance(true);
    expect([shop.redemption.state, shop.redemption.undoneBecause]).toEqual(['undone', 'payment_expired']);
    expect(shop.pay({ kind: 'counter_paid', receipt: null, by: STAFF })).toEqual({
      code: 'wrong_state',
      state: 'payment_closed',
    });
  });

  test('a cancel lets everything go at once', async () => {
    const shop = atCounter();
    shop.cancel();
    await shop.advance();
    expect([shop.redemption.state, shop.payment.state]).toEqual(['undone', 'closed']);
  });

  test('the cash of a cancelled one waits until it is handed over', async () => {
    const shop = atCounter();
    shop.pay({ kind: 'counter_paid', receipt: null, by: STAFF });
    await shop.advance();
    shop.cancel();
    await shop.advance();
    expect(refunds(shop)).toEqual([['cancelled', CASH_MINOR, 'requested']]);
    shop.pay({ kind: 'refund_handed', refundKey: 'rdm_1:30000', by: STAFF });
    expect(refunds(shop)).toEqual([['cancelled', CASH_MINOR, 'succeeded']]);
    expect(refundableMinor(shop.payment)).toBe(0);
  });
});
