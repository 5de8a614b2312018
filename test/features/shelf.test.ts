import { expect, test, vi } from 'vitest';
import { duplicateReward } from '../../src/features/catalogue/duplicate-reward.ts';
import { listRewards } from '../../src/features/catalogue/get-reward.ts';
import { orderRewards } from '../../src/features/catalogue/order-rewards.ts';
import { shelfFigures } from '../../src/features/catalogue/shelf-figures.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import { memberWith, must, newKey, openShop, press, type Shop, shelve } from './world.ts';

const shelfOf = async ({ owner: ctx }: Shop) => (await listRewards({ ctx })).map(({ reward }) => reward);

test('an order by hand is the shelf’s, sent twice too, and rewards that it does not name keep their places', async () => {
  const shop = await openShop();
  const rewards = [await shelve(shop), await shelve(shop), await shelve(shop)];
  const [first = '', second = '', third = ''] = rewards.map(({ reward }) => reward.id);
  const input = { rewardIds: [third, first], key: newKey() };
  for (const _ of [1, 2]) must(await orderRewards({ ctx: shop.owner, input }));
  expect((await shelfOf(shop)).map(({ id }) => id)).toEqual([third, second, first]);
});

test('another shop’s rewards are not moved', async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const { reward } = await shelve(shop);
  const [before] = await shelfOf(shop);
  must(await orderRewards({ ctx: other.owner, input: { rewardIds: [reward.id], key: newKey() } }));
  expect(await shelfOf(shop)).toEqual([before]);
});

test('a copy is one draft more at the shelf’s end, however often it is asked for', async () => {
  const shop = await openShop();
  const { reward } = await shelve(shop, { limitPerMember: 2 });
  const input = { rewardId: reward.id, key: newKey() };
  const copy = must(await duplicateReward({ ctx: shop.owner, input })).reward;
  expect(must(await duplicateReward({ ctx: shop.owner, input })).reward.id).toBe(copy.id);
  expect(copy).toMatchObject({ state: 'draft', published: null });
  expect(copy.draft).toEqual({
    ...reward.draft,
    names: { 'zh-CN': '餐具两件套（副本）', en: 'Tableware set (copy)' },
  });
  expect((await shelfOf(shop)).map(({ id }) => id)).toEqual([reward.id, copy.id]);
  const other = await openShop();
  expect((await duplicateReward({ ctx: other.owner, input })).ok).toBe(false);
});

test('a reward says how often it was redeemed lately and how many members have the points, for points alone where no cash is taken', async () => {
  const shop = await openShop();
  const reward = await shelve(shop);
  const dear = await shelve(shop, { pointsEach: 5_000, mix: { pointsMin: 500, cashMinor: 1_000 } });
  const memberId = await memberWith(shop, 1_200);
  await memberWith(shop, 100);
  must(await redeem({ ctx: shop.member(memberId), input: press(reward) }));
  const read = async () => Object.fromEntries(await shelfFigures(shop.owner, await shelfOf(shop)));
  await vi.waitFor(
    async () =>
      expect(await read()).toEqual({
        [reward.reward.id]: { redeemed: 1, withinReach: 1 },
        [dear.reward.id]: { redeemed: 0, withinReach: 0 },
      }),
    { timeout: 20_000, interval: 100 },
  );
});
