import { expect, test } from 'vitest';
import { changeUnits } from '../../src/features/catalogue/change-units.ts';
import { getReward } from '../../src/features/catalogue/get-reward.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import { newId } from '../../src/lib/ids.ts';
import { memberWith, must, newKey, openShop, pointsOf, press, type Shop, shelve } from './world.ts';

/** An account with points for one, straight on the object: 500 sign-ups are another test's matter. */
async function openedAccount(shop: Shop): Promise<string> {
  const memberId = newId('mem');
  const account = shop.owner.accounts.of(memberId);
  must(await account.open({ epoch: 1, timeZone: shop.tenant.timeZone }));
  const actor = { kind: 'staff', id: 'usr_owner' } as const;
  must(
    await account.adjust({
      key: 'start',
      actor,
      points: 500,
      reason: 'event',
      note: null,
      expiresAtMs: null,
    }),
  );
  return memberId;
}

test('500 members on 50 units make 50 redemptions, and nobody else loses a point', async () => {
  const shop = await openShop();
  const reward = await shelve(shop, { units: 50 });
  const memberIds: string[] = [];
  for (let tens = 0; tens < 10; tens += 1) {
    memberIds.push(...(await Promise.all(Array.from({ length: 50 }, () => openedAccount(shop)))));
  }
  const results = await Promise.all(
    memberIds.map((memberId) => redeem({ ctx: shop.member(memberId), input: press(reward) })),
  );
  await shop.settle();
  const codes = results.map((result) => (result.ok ? result.value.state : result.refusal.code));
  const balances = await Promise.all(
    memberIds.map(async (memberId) => must(await shop.owner.accounts.of(memberId).overview()).balances),
  );
  expect(codes.filter((code) => code === 'confirmed')).toHaveLength(50);
  expect(codes.filter((code) => code === 'sold_out')).toHaveLength(450);
  expect(balances.map(({ availablePoints }) => availablePoints)).toEqual(
    codes.map((code) => (code === 'confirmed' ? 0 : 500)),
  );
  const { stock } = must(await getReward({ ctx: shop.owner, input: { rewardId: reward.reward.id } }));
  expect(stock).toMatchObject({ stockedUnits: 50, availableUnits: 0, reservedUnits: 0, takenUnits: 50 });
}, 180_000);

test('20 redemptions at once by one member with points for one make one', async () => {
  const shop = await openShop();
  const reward = await shelve(shop, { units: 100 });
  const memberId = await memberWith(shop, 999);
  const results = await Promise.all(
    Array.from({ length: 20 }, () => redeem({ ctx: shop.member(memberId), input: press(reward) })),
  );
  const codes = results.map((result) => (result.ok ? result.value.state : result.refusal.code));
  expect(codes.filter((code) => code === 'confirmed')).toHaveLength(1);
  expect(codes.filter((code) => code === 'insufficient_points')).toHaveLength(19);
  expect(await pointsOf(shop, memberId)).toBe(499);
});

test('units are taken away down to what is reserved or given out, never below', async () => {
  const shop = await openShop();
  const reward = await shelve(shop, { units: 3 });
  const { id: rewardId } = reward.reward;
  must(await redeem({ ctx: shop.member(await memberWith(shop, 500)), input: press(reward) }));
  const tooMany = await changeUnits({ ctx: shop.owner, input: { rewardId, delta: -3, key: newKey() } });
  expect(tooMany.ok).toBe(false);
  const { stock } = must(
    await changeUnits({ ctx: shop.owner, input: { rewardId, delta: -2, key: newKey() } }),
  );
  expect(stock).toMatchObject({ stockedUnits: 1, availableUnits: 0, takenUnits: 1 });
});
