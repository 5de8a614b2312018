import { expect, test } from 'vitest';
import type { Industry } from '../../src/domain/industry.ts';
import { planOf } from '../../src/domain/onboarding/plan.ts';
import { recordPurchase } from '../../src/features/orders/record-purchase.ts';
import { reportRefund } from '../../src/features/orders/report-refund.ts';
import { join, must, newKey, openShop, order, PLAIN, pointsOf } from './world.ts';

/** A shop with the very rules that its industry begins with, without the gift for joining. */
async function opened(industry: Industry) {
  const shop = { industry, currency: 'CNY', locale: 'zh-CN' as const };
  const {
    currency: _,
    signUpBonus: __,
    ...rules
  } = planOf({ averageOrderMinor: null, marginPercent: null, picks: {} }, shop).programme;
  return openShop(rules);
}

type Sold = { yuan: number; category?: string; service?: null };

/** What each sale of a new member earns at the counter. */
async function earned(industry: Industry, sales: Sold[]): Promise<number[]> {
  const shop = await opened(industry);
  const { id: memberId } = await join(shop);
  const points: number[] = [];
  for (const { yuan, category, service } of sales) {
    const amountMinor = Math.round(yuan * 100);
    const sale = { amountMinor, category, ...(service !== undefined && { service }) };
    const given = must(
      await recordPurchase({ ctx: shop.owner, input: { ...sale, memberId, key: newKey() } }),
    );
    points.push(given.points);
  }
  return points;
}

test('a clothes shop: ¥128 is 128, clearance at ¥199.99 is 99', async () => {
  const sales = [{ yuan: 128 }, { yuan: 159 }, { yuan: 199.99, category: '换季清仓' }];
  expect(await earned('clothing', sales)).toEqual([128, 159, 99]);
});

test('a salon: a facial for ¥268 is 50 + 134, a top-up of ¥3,000 is nothing, coming alone is 50', async () => {
  const sales = [
    { yuan: 268, service: null },
    { yuan: 268 },
    { yuan: 3_000, category: '储值' },
    { yuan: 0, service: null },
  ];
  expect(await earned('beauty', sales)).toEqual([184, 134, 0, 50]);
});

test('a school: a course for ¥399 is 39, to be entered later', async () => {
  expect(await earned('courses', [{ yuan: 399 }])).toEqual([39]);
});

test('two clearance lines of ¥1.99 are one point: the first to come back takes it, the second none', async () => {
  const shop = await opened('clothing');
  const { id: memberId } = await join(shop);
  const line = { amountMinor: 199, category: '换季清仓' };
  const input = { lines: [line, line], memberId, receipt: 'R-1', key: newKey() };
  const balances = [must(await recordPurchase({ ctx: shop.owner, input })).points];
  for (const lineId of ['1', '2']) {
    const lines = [{ lineId, amountMinor: 199 }];
    const refund = { channel: 'counter', orderId: 'R-1', refundId: lineId, lines, key: newKey() };
    must(await reportRefund({ ctx: shop.owner, input: refund }));
    balances.push(await pointsOf(shop, memberId));
  }
  expect(balances).toEqual([1, 0, 0]);
});

test('a visit earns its own points beside what was paid, with nothing paid too; the trace says so', async () => {
  const shop = await openShop({ ...PLAIN, visitPoints: 30 });
  const member = await join(shop);
  const came = (orderId: string, given: object) =>
    shop.api('POST', '/orders', order({ id: member.id }, { orderId, ...given }));
  const paid = await came('1', { visit: { service: 'facial' } });
  const free = await came('2', { visit: {}, lines: [{ lineId: '1', amountMinor: 0 }] });
  const bought = await came('3', {});
  const visitOf = ({ body }: typeof paid) => [body.points, (body.trace as { visit?: object }).visit];
  expect([paid, free, bought].map(visitOf)).toEqual([
    [130, { service: 'facial', points: 30 }],
    [30, { service: null, points: 30 }],
    [100, undefined],
  ]);
  const changed = await came('1', { visit: { service: 'nails' } });
  expect([changed.status, changed.body.code]).toEqual([409, 'order-changed']);
  expect(await pointsOf(shop, member.id)).toBe(260);
});

test('the visit of an order that waited for its buyer is counted when she joins', async () => {
  const shop = await openShop({ ...PLAIN, visitPoints: 30 });
  const externalId = newKey();
  const waits = order({ externalId }, { orderId: 'before', visit: { service: null } });
  expect((await shop.api('POST', '/orders', waits)).body.state).toBe('waiting');
  const { body } = await shop.api('POST', '/members', { externalId });
  expect(await pointsOf(shop, String(body.id))).toBe(130);
});
