import { describe, expect, test } from 'vitest';
import { done, earn, newKey, openAccount, openReward, redeem, refusalOf, STAFF } from './world.ts';

describe('a redemption', () => {
  test('is paid, packed, shipped and received, and the balance is what is left', async () => {
    const shop = await openAccount();
    await earn(shop);
    const reward = await openReward(shop.tenantId, 5);
    const made = done(await redeem(shop, [reward.line()]));
    expect(made).toMatchObject({ state: 'confirmed', points: 60, version: 3 });
    const { redemptionId } = made;
    const command = () => ({ key: newKey(), actor: STAFF, redemptionId });
    done(await shop.account.startFulfilment(command()));
    done(await shop.account.ship({ ...command(), carrier: 'SF', trackingNumber: 'SF1' }));
    const received = done(await shop.account.markReceived(command()));
    expect(received.timeline.map((step) => step.state)).toEqual([
      'reserving',
      'committing',
      'confirmed',
      'in_fulfilment',
      'shipped',
      'received',
    ]);
    const { balances } = done(await shop.account.overview());
    expect(balances).toMatchObject({ availablePoints: 40, balancePoints: 40 });
    expect(done(await reward.stock.overview()).counts).toMatchObject({ availableUnits: 4, takenUnits: 1 });
  });

  test('that its stock refuses is undone, and says why each time it is asked', async () => {
    const shop = await openAccount();
    await earn(shop);
    const reward = await openReward(shop.tenantId, 0);
    const key = newKey();
    const first = await redeem(shop, [reward.line()], key);
    expect(refusalOf(first)).toEqual({ code: 'sold_out', remainingUnits: 0 });
    expect(refusalOf(await redeem(shop, [reward.line()], key))).toEqual(refusalOf(first));
    const { items } = done(await shop.account.listRedemptions({ beforeSeq: null, limit: 10 }));
    expect(items).toMatchObject([{ state: 'undone', undoneBecause: 'sold_out' }]);
    const { balances } = done(await shop.account.overview());
    expect(balances).toMatchObject({ availablePoints: 100, heldPoints: 0 });
  });
});
