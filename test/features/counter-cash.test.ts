import { expect, test, vi } from 'vitest';
import { listAuditLog } from '../../src/features/audit-log/list-audit-log.ts';
import { getHome } from '../../src/features/home/get-home.ts';
import { cancelRedemption } from '../../src/features/redemptions/cancel-redemption.ts';
import { listRedemptions } from '../../src/features/redemptions/list-redemptions.ts';
import {
  confirmCounterPayment,
  confirmCounterRefund,
} from '../../src/features/redemptions/pay-redemption.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import { CASH_MINOR, type CashShop, shopThatTakesCash } from './cash-shop.ts';
import { must, newKey } from './world.ts';

async function orderAtCounter(shop: CashShop) {
  const made = must(await redeem({ ctx: shop.member(shop.memberId), input: shop.input('counter') }));
  return { memberId: shop.memberId, redemptionId: made.redemptionId };
}

const take = (shop: CashShop, name: { memberId: string; redemptionId: string }, receipt: string | null) =>
  confirmCounterPayment({ ctx: shop.owner, input: { ...name, receipt, key: newKey() } });

/** What waits for the staff, once the newest of it has come to the projection. */
async function waiting(shop: CashShop, expected: object): Promise<void> {
  const read = async () => {
    const { refunds, counterPayments } = await getHome({ ctx: shop.owner });
    return { refunds, counterPayments };
  };
  await vi.waitFor(async () => expect(await read()).toEqual(expected), { timeout: 20_000, interval: 100 });
}

test('cash that is owed at the counter stays before the staff until it is handed back', async () => {
  const shop = await shopThatTakesCash();
  const name = await orderAtCounter(shop);
  await waiting(shop, { refunds: 0, counterPayments: 1 });
  must(await take(shop, name, null));
  await waiting(shop, { refunds: 0, counterPayments: 0 });
  const cancel = { ...name, reason: '样品破损', cashBackMinor: CASH_MINOR, key: newKey() };
  const cancelled = must(await cancelRedemption({ ctx: shop.owner, input: cancel }));
  await waiting(shop, { refunds: 1, counterPayments: 0 });
  const filter = { state: 'refunds', memberId: null, search: null, cursor: null, limit: 10 } as const;
  const { items } = must(await listRedemptions({ ctx: shop.owner, input: filter }));
  expect(items.map(({ redemption }) => redemption.redemptionId)).toEqual([name.redemptionId]);
  const refundKey = cancelled.payment?.refunds[0]?.refundKey ?? '';
  must(await confirmCounterRefund({ ctx: shop.owner, input: { ...name, refundKey, key: newKey() } }));
  await waiting(shop, { refunds: 0, counterPayments: 0 });
  const { cashTakenMinor, cashRefundedMinor, recent } = await getHome({ ctx: shop.owner });
  expect([cashTakenMinor, cashRefundedMinor]).toEqual([CASH_MINOR, CASH_MINOR]);
  const cash = { amountMinor: CASH_MINOR, currency: 'CNY' };
  const moved = recent.filter(({ redemptionId }) => redemptionId !== null);
  expect(moved.map((event) => [event.type, event.cash])).toEqual([
    ['points.returned', cash],
    ['points.redeemed', cash],
  ]);
  const log = must(await listAuditLog({ ctx: shop.owner, input: { cursor: null, limit: 10 } })).items;
  expect(log.slice(0, 3).map(({ action, detail }) => [action, detail.amountMinor])).toEqual([
    ['redemptions.hand_back_cash', CASH_MINOR],
    ['redemptions.cancel', undefined],
    ['redemptions.take_cash', CASH_MINOR],
  ]);
});

test('cash is confirmed once: a second press elsewhere hears when, and changes nothing', async () => {
  const shop = await shopThatTakesCash();
  const name = await orderAtCounter(shop);
  const first = must(await take(shop, name, 'A-17'));
  const again = await take(shop, name, 'A-18');
  const { payment } = first;
  expect(again).toMatchObject({
    ok: false,
    refusal: { code: 'cash_taken', takenAtMs: payment?.paidAtMs, by: payment?.takenBy },
  });
  expect(payment?.takenBy?.kind).toBe('staff');
});

test('a cancel that promised no cash back does not give any: it is asked about again', async () => {
  const shop = await shopThatTakesCash();
  const name = await orderAtCounter(shop);
  must(await take(shop, name, null));
  const stale = { ...name, reason: 'closed', cashBackMinor: 0, key: newKey() };
  const answer = await cancelRedemption({ ctx: shop.owner, input: stale });
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'cash_changed', cashBackMinor: CASH_MINOR } });
});
