import { describe, expect, test } from 'vitest';
import { freezeAccount } from '../../src/features/members/freeze-account.ts';
import { clerk, give, limit, used, YUAN } from './counter-till.ts';
import { join, must, newKey, openShop, pointsOf, type Shop } from './world.ts';

const REFUSED = { ok: false, refusal: { code: 'account_frozen' } };

async function freeze(shop: Shop, memberId: string, freezes: boolean) {
  const reason = freezes ? ('lost_phone' as const) : ('cleared' as const);
  const input = { memberId, freezes, reason, note: null, key: newKey() };
  must(await freezeAccount({ ctx: shop.owner, input }));
}

describe('a receipt that a frozen account refused', () => {
  test('is free for another member, and counts once whoever brings it afterwards', async () => {
    const shop = await openShop();
    const [frozen, other] = [await join(shop), await join(shop)];
    const li = clerk(shop);
    await freeze(shop, frozen.id, true);
    const sale = { receipt: 'R-1', key: newKey() };
    expect(await give(li, frozen.id, sale)).toEqual(REFUSED);
    expect([must(await give(li, other.id, { receipt: 'R-1' })).points, await used(li)]).toEqual([128, 128]);
    await freeze(shop, frozen.id, false);
    const changed = { ok: false, refusal: { code: 'order_changed', field: 'member' } };
    expect([await give(li, frozen.id, sale), await give(li, frozen.id, { receipt: 'R-1' })]).toEqual([
      changed,
      changed,
    ]);
    expect([await pointsOf(shop, frozen.id), await pointsOf(shop, other.id)]).toEqual([0, 128]);
  });

  test('is told as counted where she had it before', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    must(await give(li, id, { receipt: 'R-1' }));
    await freeze(shop, id, true);
    expect(await give(li, id, { receipt: 'R-1' })).toMatchObject({
      ok: true,
      value: { points: 128, countedBefore: expect.any(String) },
    });
    expect(await pointsOf(shop, id)).toBe(128);
  });

  test('asked nobody for a PIN', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    await limit(shop, 100, 100);
    await freeze(shop, id, true);
    expect(await give(clerk(shop), id, { amountMinor: 500 * YUAN })).toEqual(REFUSED);
  });
});
