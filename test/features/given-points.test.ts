import { expect, test } from 'vitest';
import { adjustPoints } from '../../src/features/members/adjust-points.ts';
import { join, must, newKey, openShop, PLAIN } from './world.ts';

test('points given by hand expire as the rules say, and sent again later they are the same gift', async () => {
  const shop = await openShop({ ...PLAIN, expiry: { kind: 'rolling', days: 30 } });
  const ctx = shop.owner;
  const { id: memberId } = await join(shop);
  const input = { memberId, points: 10, reason: 'goodwill' as const, note: null, key: newKey() };
  const days = (count: number) => ({
    ...ctx,
    clock: { nowMs: () => ctx.clock.nowMs() + count * 86_400_000 },
  });
  must(await adjustPoints({ ctx, input }));
  must(await adjustPoints({ ctx: days(1), input }));
  const { expiries, balances } = must(await ctx.accounts.of(memberId).overview());
  expect([balances.availablePoints, expiries.map(({ points }) => points)]).toEqual([10, [10]]);
  const inDays = ((expiries[0]?.expiresAtMs ?? 0) - ctx.clock.nowMs()) / 86_400_000;
  expect(Math.round(inDays)).toBe(30);
});

test('a manager moves a thousand at a time alone; above it the owner does, or her PIN', async () => {
  const shop = await openShop();
  const { id: memberId } = await join(shop);
  const manager = shop.as({ kind: 'staff', userId: 'usr_manager', name: 'Manager', role: 'manager' });
  const give = (ctx: typeof manager, points: number) =>
    adjustPoints({ ctx, input: { memberId, points, reason: 'goodwill', note: null, key: newKey() } });
  must(await give(manager, 1_000));
  for (const points of [1_001, -1_001])
    expect(await give(manager, points)).toEqual({
      ok: false,
      refusal: { code: 'adjustment_over_limit', limitPoints: 1_000 },
    });
  expect(must(await give(shop.owner, 1_001)).balances.availablePoints).toBe(2_001);
});

test('more than a manager moves alone, sent again by the same person, is answered as it was; to another it is new', async () => {
  const shop = await openShop();
  const { id: memberId } = await join(shop);
  const as = (userId: string, role: 'owner' | 'manager') =>
    shop.as({ kind: 'staff', userId, name: 'Manager', role });
  const key = newKey();
  const give = (ctx: ReturnType<typeof as>, points: number) =>
    adjustPoints({ ctx, input: { memberId, points, reason: 'goodwill', note: null, key } });
  const first = must(await give(as('usr_wang', 'owner'), 1_500));
  // She was made a manager meanwhile, so the first time would be refused her now.
  expect(must(await give(as('usr_wang', 'manager'), 1_500))).toEqual(first);
  expect([await give(as('usr_wang', 'manager'), 1_501), await give(as('usr_xu', 'manager'), 1_500)]).toEqual([
    { ok: false, refusal: { code: 'key_reused' } },
    { ok: false, refusal: { code: 'adjustment_over_limit', limitPoints: 1_000 } },
  ]);
});
