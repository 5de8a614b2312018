import { runDurableObjectAlarm } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { RewardStock } from '../../src/stock/reward-stock.ts';
import {
  both,
  cancelNewest,
  expectChained,
  MINUTE_MS,
  openShop,
  ringAlarm,
  settled,
  UNDONE,
  WHOLE,
} from './redemption-shop.ts';
import { done, redeem, refusalOf } from './world.ts';

beforeEach(() => setClockOffsetMs(0));
afterEach(() => vi.restoreAllMocks());

describe('a stock whose answer is lost', () => {
  test.each(['reserve', 'commit', 'cancel'] as const)(
    '%s is sent again with the same ids',
    async (method) => {
      const shop = await openShop(method === 'cancel' ? 0 : 5);
      const original = RewardStock.prototype[method] as (command: never) => Promise<never>;
      vi.spyOn(RewardStock.prototype, method).mockImplementationOnce(async function (
        this: RewardStock,
        command: unknown,
      ) {
        await original.call(this, command as never);
        throw new Error('the reply was lost');
      });
      const answer = await redeem(shop, both(shop));
      if (method === 'cancel') expect(refusalOf(answer)).toEqual({ code: 'sold_out', remainingUnits: 0 });
      else expect(done(answer).state).toBe(method === 'reserve' ? 'reserving' : 'committing');
      await ringAlarm(shop);
      expect(await settled(shop)).toEqual(method === 'cancel' ? UNDONE : WHOLE);
    },
  );

  test('points come back with the decision to undo, units once the stock has acknowledged it', async () => {
    const shop = await openShop(0);
    const away = vi.spyOn(RewardStock.prototype, 'cancel').mockRejectedValue(new Error('away'));
    refusalOf(await redeem(shop, both(shop)));
    await ringAlarm(shop);
    const halfway = { states: ['undoing'], available: 100, held: 0, openHolds: 1, reserved: [1, 0] };
    expect(await settled(shop)).toMatchObject(halfway);
    away.mockRestore();
    await ringAlarm(shop);
    expect(await settled(shop)).toEqual(UNDONE);
  });

  test('away for a quarter of an hour, the redemption is undone and its points are free', async () => {
    const shop = await openShop();
    const gone = () => Promise.reject(new Error('away'));
    const away = (['reserve', 'cancel'] as const).map((method) =>
      vi.spyOn(RewardStock.prototype, method).mockImplementation(gone),
    );
    const { redemptionId } = done(await redeem(shop, both(shop)));
    setClockOffsetMs(clockOffsetMs() + 13 * MINUTE_MS);
    await ringAlarm(shop);
    expect(await settled(shop)).toMatchObject({ states: ['reserving'], available: 40, held: 60 });
    await ringAlarm(shop);
    const freed = { states: ['undoing'], available: 100, held: 0, openHolds: 1 };
    expect(await settled(shop)).toMatchObject(freed);
    for (const each of away) each.mockRestore();
    await ringAlarm(shop);
    expect(await settled(shop)).toEqual(UNDONE);
    expect(done(await shop.account.getRedemption(redemptionId)).undoneBecause).toBe('stock_away');
    await expectChained(shop);
  });

  test('the last moment to decide is not slept through, however long the waits have grown', async () => {
    const shop = await openShop();
    vi.spyOn(RewardStock.prototype, 'reserve').mockRejectedValue(new Error('away'));
    const { createdAtMs, redemptionId } = done(await redeem(shop, both(shop)));
    const current = async () => done(await shop.account.getRedemption(redemptionId));
    while ((await current()).state === 'reserving') {
      const { dueAtMs, nowMs } = done(await shop.account.exportState());
      setClockOffsetMs(clockOffsetMs() + Math.max(0, (dueAtMs ?? nowMs) - nowMs));
      await shop.account.touch();
      await runDurableObjectAlarm(shop.stub);
    }
    const decidedAtMs = (await current()).timeline.find((each) => each.state === 'undoing')?.atMs ?? 0;
    const lateMs = decidedAtMs - createdAtMs - 15 * MINUTE_MS;
    expect([lateMs >= 0, lateMs < MINUTE_MS]).toEqual([true, true]);
  });

  test('back before anything was decided, the redemption goes through however late it is', async () => {
    const shop = await openShop();
    const away = vi.spyOn(RewardStock.prototype, 'reserve').mockRejectedValue(new Error('away'));
    done(await redeem(shop, both(shop)));
    away.mockRestore();
    setClockOffsetMs(clockOffsetMs() + 60 * MINUTE_MS);
    await ringAlarm(shop);
    expect(await settled(shop)).toEqual(WHOLE);
  });

  test('a cancel while reserving leaves a tombstone that refuses a late reserve', async () => {
    const shop = await openShop();
    const away = vi.spyOn(RewardStock.prototype, 'reserve').mockRejectedValue(new Error('away'));
    const { redemptionId } = done(await redeem(shop, both(shop)));
    expect(done(await cancelNewest(shop)).state).toBe('undone');
    away.mockRestore();
    const { memberId } = shop;
    const late = { redemptionId, lineId: 'a', memberId, quantity: 1, pointsEach: 30, priceVersion: 1 };
    expect(refusalOf(await shop.first.stock.reserve(late))).toEqual({ code: 'reservation_cancelled' });
    expect(await settled(shop)).toEqual(UNDONE);
  });
});
