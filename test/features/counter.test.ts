import { describe, expect, test } from 'vitest';
import { listAuditLog } from '../../src/features/audit-log/list-audit-log.ts';
import { recordPurchase } from '../../src/features/orders/record-purchase.ts';
import { join, must, newKey, openShop, pointsOf, type Shop } from './world.ts';

const receipt = { lines: [{ amountMinor: 25_700, category: null }], receipt: 'R-1' };

function record(shop: Shop, memberId: string, given: object = {}) {
  return recordPurchase({ ctx: shop.owner, input: { ...receipt, memberId, key: newKey(), ...given } });
}

async function logged(shop: Shop): Promise<string[]> {
  const { items } = must(await listAuditLog({ ctx: shop.owner, input: { cursor: null, limit: 50 } }));
  return items.map(({ action }) => action);
}

describe('a receipt that was counted before', () => {
  test('says since when, gives nothing again and leaves no line in the log', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const first = must(await record(shop, id));
    const before = await logged(shop);
    const again = must(await record(shop, id));
    expect([first.countedBefore, first.points, again.points]).toEqual([null, 257, 257]);
    expect(Date.parse(again.countedBefore ?? '')).toBeLessThanOrEqual(Date.now());
    expect(await pointsOf(shop, id)).toBe(257);
    expect(await logged(shop)).toEqual(before);
  });

  test('is the same submit, not a repeated one, when its answer was lost', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const key = newKey();
    const first = must(await record(shop, id, { key }));
    const again = must(await record(shop, id, { key }));
    expect(again).toEqual(first);
  });

  test('and is refused, for another member or with another amount, leaves no line in the log', async () => {
    const shop = await openShop();
    const [one, other] = [await join(shop), await join(shop)];
    must(await record(shop, one.id));
    const before = await logged(shop);
    const answers = [
      await record(shop, other.id),
      await record(shop, one.id, { lines: [{ amountMinor: 1, category: null }] }),
    ];
    expect(answers).toEqual([
      { ok: false, refusal: { code: 'order_changed', field: 'member' } },
      { ok: false, refusal: { code: 'order_changed', field: 'lines' } },
    ]);
    expect(await logged(shop)).toEqual(before);
  });
});

describe('a receipt of several categories', () => {
  test('is one purchase, each amount at the rate of its category', async () => {
    const shop = await openShop({
      baseRate: { numerator: 1, denominator: 1 },
      categoryRates: [{ category: 'clearance', rate: { numerator: 1, denominator: 2 } }],
      daysUntilEntry: 0,
      expiry: { kind: 'never' },
      clawback: 'owe',
      graceDays: 7,
      openHoldsMax: 10,
    });
    const { id } = await join(shop);
    const lines = [
      { amountMinor: 10_000, category: 'clearance' },
      { amountMinor: 10_000, category: null },
    ];
    const given = must(await record(shop, id, { lines }));
    expect(given.trace.lines.map(({ lineId, points }) => [lineId, points])).toEqual([
      ['1', 50],
      ['2', 100],
    ]);
    expect(await pointsOf(shop, id)).toBe(150);
  });
});
