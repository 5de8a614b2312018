import { expect, test } from 'vitest';
import { recordPurchase } from '../../src/features/orders/record-purchase.ts';
import { join, must, newKey, openShop, order, pointsOf, type Shop } from './world.ts';

const LINE = { lineId: '1', amountMinor: 10_000 };

/** A refund of one line, under a key that the test chooses. */
function refund(shop: Shop, amountMinor: number, key: string) {
  const body = { refundId: 'r-1', lines: [{ ...LINE, amountMinor }] };
  return shop.api('POST', '/orders/web/bought/refunds', body, key);
}

test('a report that was refused may be corrected under its key; once taken, the key is spent', async () => {
  const shop = await openShop();
  const { id } = await join(shop);
  const key = newKey();
  const report = order({ id }, { orderId: 'bought', lines: [LINE] });
  await shop.api('POST', '/orders', report);
  const changed = { ...report, lines: [{ ...LINE, amountMinor: 1 }] };
  const refused = [
    await shop.api('POST', '/orders', changed, key),
    await shop.api('POST', '/orders', changed, key),
  ];
  expect(refused.map(({ body }) => body.code)).toEqual(['order-changed', 'order-changed']);
  const taken = await shop.api('POST', '/orders', report, key);
  expect([taken.status, taken.body.points]).toEqual([200, 100]);
  const reused = await shop.api('POST', '/orders', changed, key);
  expect([reused.status, reused.body.code]).toEqual([422, 'key-reused']);
});

test.each([
  ['credited', (id: string) => ({ id })],
  ['waiting for its buyer', () => ({ email: 'lin@example.com' })],
])('a refund of an order that is %s may be corrected under its key', async (_, buyer) => {
  const shop = await openShop();
  const { id } = await join(shop);
  const key = newKey();
  const unknown = await refund(shop, 10_000, key);
  await shop.api('POST', '/orders', order(buyer(id), { orderId: 'bought', lines: [LINE] }));
  const tooMuch = await refund(shop, 10_001, key);
  expect([unknown.body.code, tooMuch.body.code]).toEqual(['order-unknown', 'refund-exceeds-line']);
  const taken = await refund(shop, 2_500, key);
  const again = await refund(shop, 2_500, key);
  expect([taken.status, again.body]).toEqual([again.status, taken.body]);
  expect(await refund(shop, 2_501, key)).toMatchObject({ status: 422, body: { code: 'key-reused' } });
});

test('a purchase at the counter that was refused may be corrected under its key', async () => {
  const shop = await openShop();
  const [{ id: memberId }, other] = [await join(shop), await join(shop)];
  const purchase = { memberId, amountMinor: 10_000, category: null, receipt: 'r-1', key: newKey() };
  const record = (given: object, key: string) =>
    recordPurchase({ ctx: shop.owner, input: { ...purchase, ...given, key } });
  must(await record({}, newKey()));
  const key = newKey();
  const elsewhere = await record({ memberId: other.id }, key);
  const changed = await record({ amountMinor: 1 }, key);
  expect([elsewhere, changed].map((each) => each.ok || each.refusal)).toEqual([
    { code: 'order_changed', field: 'member' },
    { code: 'order_changed', field: 'lines' },
  ]);
  must(await record({ receipt: 'r-2', amountMinor: 5_000 }, key));
  must(await record({ receipt: 'r-2', amountMinor: 5_000 }, key));
  expect(await pointsOf(shop, memberId)).toBe(150);
  expect(await record({ receipt: 'r-3' }, key)).toEqual({ ok: false, refusal: { code: 'key_reused' } });
});
