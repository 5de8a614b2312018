import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import type { PointsAccount } from '../../src/account/points-account.ts';
import { newId } from '../../src/lib/ids.ts';
import type { RewardStock } from '../../src/stock/reward-stock.ts';
import { openCashShop, payAtStripe, redeemWithCash, settle } from './cash-shop.ts';
import {
  done,
  earn,
  newKey,
  type OpenedAccount,
  openAccount,
  openReward,
  programme,
  redeem,
  STAFF,
} from './world.ts';

type Stub = DurableObjectStub<PointsAccount> | DurableObjectStub<RewardStock>;

/** Rows in every table and index, journal and alarm included, as the platform bills them. */
function rowsOf(stub: Stub): Promise<number> {
  return runInDurableObject(stub as DurableObjectStub<PointsAccount>, (object) => object.rowsWritten());
}

/** Delivers what the account wrote, as the road does: the alarm sends, the far end confirms. */
async function deliverAccount({ account, stub }: OpenedAccount): Promise<void> {
  await runDurableObjectAlarm(stub);
  const { epoch, headSeq } = done(await account.exportState());
  done(await account.confirmProjected({ epoch, fromSeq: 1, toSeq: headSeq }));
}

async function deliverStock(reward: Awaited<ReturnType<typeof openReward>>, stub: Stub): Promise<void> {
  await runDurableObjectAlarm(stub);
  const { epoch, headSeq } = done(await reward.stock.exportState());
  done(await reward.stock.confirmProjected({ epoch, fromSeq: 1, toSeq: headSeq }));
}

async function costOf(stubs: Stub[], act: () => Promise<unknown>): Promise<number> {
  const counted = async () => (await Promise.all(stubs.map(rowsOf))).reduce((sum, rows) => sum + rows, 0);
  const before = await counted();
  await act();
  return (await counted()) - before;
}

describe('rows written per command, delivery included', () => {
  test.each([
    ['points that never expire', { kind: 'never' } as const, 10],
    ['points that expire', { kind: 'rolling', days: 365 } as const, 11],
  ])('earning %s', async (_, expiry, rows) => {
    const shop = await openAccount();
    await earn(shop, {}, programme({ expiry }));
    await deliverAccount(shop);
    const cost = await costOf([shop.stub], async () => {
      await earn(shop, {}, programme({ expiry }));
      await deliverAccount(shop);
    });
    // The order's own row, lot, index, sums, key and journal; a timer more or less is the road's.
    expect(cost).toBeLessThanOrEqual(12);
    expect(Math.abs(cost - rows)).toBeLessThanOrEqual(1);
  });

  test('redeeming writes at most 30 in the account and the stock together', async () => {
    const shop = await openAccount();
    const reward = await openReward(shop.tenantId, 10);
    const stocks = env.STOCK as DurableObjectNamespace<RewardStock>;
    const stockStub = stocks.getByName(`${shop.tenantId}/${reward.stockId}`);
    await earn(shop);
    const deliverAll = () => Promise.all([deliverAccount(shop), deliverStock(reward, stockStub)]);
    await deliverAll();
    const cost = await costOf([shop.stub, stockStub], async () => {
      expect(done(await redeem(shop, [reward.line()])).state).toBe('confirmed');
      await deliverAll();
    });
    expect(cost).toBeLessThanOrEqual(30);
    expect(cost).toBeGreaterThan(20);
  });

  test('redeeming a coupon writes no more, nor does using it', async () => {
    const shop = await openAccount();
    const reward = await openReward(shop.tenantId, 'unlimited');
    const stocks = env.STOCK as DurableObjectNamespace<RewardStock>;
    const stockStub = stocks.getByName(`${shop.tenantId}/${reward.stockId}`);
    await earn(shop);
    const deliverAll = () => Promise.all([deliverAccount(shop), deliverStock(reward, stockStub)]);
    await deliverAll();
    const redemptionId = newId('rdm');
    const issuing = await costOf([shop.stub, stockStub], async () => {
      const redeeming = shop.account.redeem({
        key: newKey(),
        actor: STAFF,
        redemptionId,
        lines: [reward.line({ kind: 'coupon' })],
        delivery: null,
        voucher: { code: 'ABCD2345', validDays: 30 },
        graceDays: 7,
        openHoldsMax: 10,
      });
      expect(done(await redeeming).state).toBe('issued');
      await deliverAll();
    });
    const using = await costOf([shop.stub], async () => {
      done(await shop.account.takeVoucher({ key: newKey(), actor: STAFF, redemptionId }));
      await deliverAccount(shop);
    });
    console.log('rows written with a voucher', { issuing, using });
    expect(issuing).toBeLessThanOrEqual(30);
    expect(using).toBeLessThanOrEqual(12);
  });

  test('redeeming with cash, up to the address to pay at, writes no more; nor does paying', async () => {
    const shop = await openCashShop();
    const stocks = env.STOCK as DurableObjectNamespace<RewardStock>;
    const stockStub = stocks.getByName(`${shop.tenantId}/${shop.reward.stockId}`);
    const deliverAll = () => Promise.all([deliverAccount(shop), deliverStock(shop.reward, stockStub)]);
    await deliverAll();
    const asking = await costOf([shop.stub, stockStub], async () => {
      expect(done(await redeemWithCash(shop)).payment?.state).toBe('open');
      await deliverAll();
    });
    const paying = await costOf([shop.stub, stockStub], async () => {
      await payAtStripe(shop);
      expect((await settle(shop)).state).toBe('confirmed');
      await deliverAll();
    });
    console.log('rows written with cash', { asking, paying });
    expect(asking).toBeLessThanOrEqual(30);
    expect(paying).toBeLessThanOrEqual(30);
    vi.restoreAllMocks();
  });

  test('a repetition writes nothing', async () => {
    const shop = await openAccount();
    const command = {
      key: newKey(),
      actor: STAFF,
      points: 5,
      reason: 'goodwill',
      note: null,
      expiresAtMs: null,
    };
    done(await shop.account.adjust(command));
    await deliverAccount(shop);
    expect(await costOf([shop.stub], () => shop.account.adjust(command))).toBe(0);
  });
});
