import { expect, test } from 'vitest';
import { quoteRefund } from '../../src/features/orders/quote-refund.ts';
import { recordPurchase } from '../../src/features/orders/record-purchase.ts';
import { refundPurchase } from '../../src/features/orders/refund-purchase.ts';
import { join, must, newKey, openShop, pointsOf } from './world.ts';

const order = { channel: 'counter', orderId: 'R-1' };

async function bought() {
  const shop = await openShop();
  const { id: memberId } = await join(shop);
  const purchase = { memberId, amountMinor: 10_000, receipt: order.orderId, key: newKey() };
  must(await recordPurchase({ ctx: shop.owner, input: purchase }));
  return { shop, memberId };
}

test('a return at the counter takes what it said that it would, once however often it is sent', async () => {
  const { shop, memberId } = await bought();
  const input = { ...order, memberId, lines: [{ lineId: '1', amountMinor: 2_500 }] };
  const quoted = must(await quoteRefund({ ctx: shop.owner, input }));
  expect(quoted).toEqual({
    status: 'completed',
    lines: [{ lineId: '1', category: null, amountMinor: 10_000, refundedMinor: 0 }],
    taken: { takenPoints: 25, lapsedPoints: 0, owedPoints: 0, writtenOffPoints: 0 },
  });
  expect(await pointsOf(shop, memberId)).toBe(100);
  const keyed = { ...input, key: newKey() };
  const taken = must(await refundPurchase({ ctx: shop.owner, input: keyed }));
  must(await refundPurchase({ ctx: shop.owner, input: keyed }));
  expect([taken.state === 'taken_back' && taken.takenPoints, await pointsOf(shop, memberId)]).toEqual([
    25, 75,
  ]);
  const left = must(await quoteRefund({ ctx: shop.owner, input: { ...input, lines: [] } }));
  expect(left.lines).toEqual([{ lineId: '1', category: null, amountMinor: 10_000, refundedMinor: 2_500 }]);
});

test("more than was bought, and another member's purchase, are refused and change nothing", async () => {
  const { shop, memberId } = await bought();
  const other = await join(shop);
  const lines = [{ lineId: '1', amountMinor: 10_001 }];
  const tooMuch = await quoteRefund({ ctx: shop.owner, input: { ...order, memberId, lines } });
  const input = { ...order, memberId: other.id, lines: [{ lineId: '1', amountMinor: 1 }], key: newKey() };
  const hers = await refundPurchase({ ctx: shop.owner, input });
  expect([tooMuch, hers]).toEqual([
    { ok: false, refusal: { code: 'refund_exceeds_line', lineId: '1', remainingMinor: 10_000 } },
    { ok: false, refusal: { code: 'order_unknown' } },
  ]);
  expect(await pointsOf(shop, memberId)).toBe(100);
});
