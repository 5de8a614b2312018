import { expect, test, vi } from 'vitest';
import { getFigures } from '../../src/features/home/get-figures.ts';
import { getHome } from '../../src/features/home/get-home.ts';
import { recordPurchase } from '../../src/features/orders/record-purchase.ts';
import { cancelRedemption } from '../../src/features/redemptions/cancel-redemption.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import { memberWith, must, newKey, openShop, press, shelve } from './world.ts';

test('points given by hand count as given, and what was cancelled is not redeemed', async () => {
  const shop = await openShop();
  const reward = await shelve(shop);
  const memberId = await memberWith(shop, 1_000);
  must(await recordPurchase({ ctx: shop.owner, input: { memberId, amountMinor: 10_000, key: newKey() } }));
  const ctx = shop.member(memberId);
  must(await redeem({ ctx, input: press(reward) }));
  const { redemptionId } = must(await redeem({ ctx, input: press(reward) }));
  must(await cancelRedemption({ ctx, input: { memberId, redemptionId, reason: null, key: newKey() } }));
  const figures = async () => {
    const { balancePoints } = await getHome({ ctx: shop.owner });
    const { redemption, sales } = await getFigures({ ctx: shop.owner, input: { period: '7' } });
    return { balancePoints, ...redemption.now, ...sales.now };
  };
  const moved = { balancePoints: 600, issuedPoints: 1_100, redeemedPoints: 500 };
  const expected = { ...moved, amountMinor: 10_000, purchases: 1 };
  await vi.waitFor(async () => expect(await figures()).toEqual(expected), { timeout: 15_000, interval: 200 });
});
