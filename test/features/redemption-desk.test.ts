import { expect, test, vi } from 'vitest';
import type { Context } from '../../src/context.ts';
import { numberOf } from '../../src/domain/redemption/redemption-number.ts';
import { cancelRedemption } from '../../src/features/redemptions/cancel-redemption.ts';
import { getTrail } from '../../src/features/redemptions/get-trail.ts';
import { listRedemptions } from '../../src/features/redemptions/list-redemptions.ts';
import { prepareRedemptions } from '../../src/features/redemptions/prepare-redemptions.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import { shipParcels } from '../../src/features/redemptions/ship-parcels.ts';
import { memberWith, must, newKey, openShop, press, shelve } from './world.ts';

const SF = { carrier: '顺丰速运', trackingNumber: 'SF1390000000001' };
const ALL = { state: null, memberId: null, search: null, cursor: null, limit: 50 };

/** A shop whose members redeemed that many; the lists know of them. */
async function shopWith(count: number) {
  const shop = await openShop();
  const reward = await shelve(shop);
  const memberId = await memberWith(shop, 500 * count);
  const made = [];
  for (let one = 0; one < count; one += 1) {
    made.push(must(await redeem({ ctx: shop.member(memberId), input: press(reward) })));
  }
  await listed(shop.owner, { to_ship: count });
  const ids = made.map(({ redemptionId }) => ({ memberId, redemptionId }));
  const ship = async (rows: { number: string; trackingNumber?: string }[], dryRun = false) => {
    const input = { rows: rows.map((row) => ({ ...SF, ...row })), dryRun, key: newKey() };
    return must(await shipParcels({ ctx: shop.owner, input })).map(({ outcome, fault }) => fault ?? outcome);
  };
  return { ...shop, memberId, ids, numbers: made.map(({ redemptionId }) => numberOf(redemptionId)), ship };
}

async function listed(ctx: Context, counts: Record<string, number>) {
  const read = async () => must(await listRedemptions({ ctx, input: ALL })).counts;
  await vi.waitFor(async () => expect(await read()).toMatchObject(counts), {
    timeout: 20_000,
    interval: 100,
  });
}

test('a list of parcels ships each row by itself, and what it can’t ship it names', async () => {
  const { owner, ids, numbers, ship } = await shopWith(3);
  const [first = '', second = '', third = ''] = numbers;
  const cancel = { ...ids[2], reason: null, key: newKey() } as Parameters<
    typeof cancelRedemption
  >[0]['input'];
  must(await cancelRedemption({ ctx: owner, input: cancel }));
  const rows = [first, 'ZZZZZZZZ', second.toLowerCase(), first, third].map((number) => ({ number }));
  expect(await ship(rows, true)).toEqual([
    'ready',
    'unknown_number',
    'ready',
    'repeated',
    expect.any(String),
  ]);
  await listed(owner, { to_ship: 2 });
  expect(await ship(rows)).toEqual(['shipped', 'unknown_number', 'shipped', 'repeated', 'cancelled']);
  await listed(owner, { shipped: 2, to_ship: 0, cancelled: 1 });
});

test('the same list uploaded again, or gone on with, ships nothing twice', async () => {
  const { owner, numbers, ship } = await shopWith(2);
  const [first = '', second = ''] = numbers;
  expect(await ship([{ number: first }])).toEqual(['shipped']);
  await listed(owner, { shipped: 1 });
  expect(await ship([{ number: first }, { number: second }])).toEqual(['already', 'shipped']);
  expect(await ship([{ number: first, trackingNumber: 'SF2' }])).toEqual(['sent_otherwise']);
});

test('a pick list takes what is packed across the fence and leaves out what was cancelled', async () => {
  const { owner, ids } = await shopWith(2);
  const [kept, gone] = ids;
  if (!kept || !gone) throw new Error('two were redeemed');
  must(await cancelRedemption({ ctx: owner, input: { ...gone, reason: null, key: newKey() } }));
  const prepare = () => prepareRedemptions({ ctx: owner, input: { redemptions: ids, key: newKey() } });
  const states = must(await prepare()).map(({ redemption }) => redemption?.state ?? null);
  expect(states).toEqual(['in_fulfilment', null]);
  expect(must(await prepare()).map(({ redemption }) => redemption?.state ?? null)).toEqual(states);
  await listed(owner, { to_ship: 1, in_fulfilment: 1, cancelled: 1 });
});

test('work is listed oldest first, page after page', async () => {
  const { owner, ids } = await shopWith(3);
  const page = async (cursor: string | null) =>
    must(
      await listRedemptions({
        ctx: owner,
        input: { ...ALL, state: 'to_ship', order: 'oldest', cursor, limit: 2 },
      }),
    );
  const first = await page(null);
  const second = await page(first.nextCursor);
  const seen = [...first.items, ...second.items].map(({ redemption }) => redemption.redemptionId);
  expect(seen).toEqual(ids.map(({ redemptionId }) => redemptionId));
  expect(second.nextCursor).toBeNull();
});

test('a redemption’s trail holds its movements of points, and none of another shop’s is told', async () => {
  const { owner, ids } = await shopWith(1);
  const [name] = ids;
  if (!name) throw new Error('one was redeemed');
  must(await cancelRedemption({ ctx: owner, input: { ...name, reason: '没货了', key: newKey() } }));
  await listed(owner, { cancelled: 1 });
  const { entries } = must(await getTrail({ ctx: owner, input: name }));
  expect(entries.map(({ type, body }) => [type, body.points])).toEqual([
    ['points.redeemed', -500],
    ['points.returned', 500],
  ]);
  const other = await openShop();
  expect(await getTrail({ ctx: other.owner, input: name })).toEqual({
    ok: false,
    refusal: { code: 'not_found' },
  });
});
