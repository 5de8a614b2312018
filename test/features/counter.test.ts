import { describe, expect, test, vi } from 'vitest';
import { listAuditLog } from '../../src/features/audit-log/list-audit-log.ts';
import { recordPurchase } from '../../src/features/orders/record-purchase.ts';
import { join, must, newKey, openShop, pointsOf, type Shop } from './world.ts';

const receipt = { lines: [{ amountMinor: 25_700, category: null }], receipt: 'R-1' };

function record(shop: Shop, memberId: string, given: object = {}) {
  return recordPurchase({ ctx: shop.owner, input: { ...receipt, memberId, key: newKey(), ...given } });
}

/** The purchases that the log knows, oldest first, once the newest of them has come there. */
async function logged(shop: Shop, newest: string): Promise<unknown[]> {
  const read = async () => {
    const { items } = must(await listAuditLog({ ctx: shop.owner, input: { cursor: null, limit: 50 } }));
    const purchases = items.filter(({ action }) => action === 'points.purchase');
    return purchases.map(({ detail }) => detail.orderId).reverse();
  };
  await vi.waitFor(async () => expect(await read()).toContain(newest), { timeout: 20_000, interval: 100 });
  return read();
}

describe('a receipt that was counted before', () => {
  test('says since when, gives nothing again and leaves no line in the log', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const first = must(await record(shop, id));
    const again = must(await record(shop, id));
    expect([first.countedBefore, first.points, again.points]).toEqual([null, 257, 257]);
    expect(Date.parse(again.countedBefore ?? '')).toBeLessThanOrEqual(Date.now());
    expect(await pointsOf(shop, id)).toBe(257);
    must(await record(shop, id, { receipt: 'R-2' }));
    expect(await logged(shop, 'R-2')).toEqual(['R-1', 'R-2']);
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
    const answers = [
      await record(shop, other.id),
      await record(shop, one.id, { lines: [{ amountMinor: 1, category: null }] }),
    ];
    expect(answers).toEqual([
      { ok: false, refusal: { code: 'order_changed', field: 'member' } },
      { ok: false, refusal: { code: 'order_changed', field: 'lines' } },
    ]);
    must(await record(shop, one.id, { receipt: 'R-2' }));
    expect(await logged(shop, 'R-2')).toEqual(['R-1', 'R-2']);
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
