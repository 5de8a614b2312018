import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import { findChainBreak } from '../../src/domain/chain.ts';
import { clock, clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import {
  DAY_MS,
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

beforeEach(() => setClockOffsetMs(0));

const HOUR_MS = 3_600_000;
const pass = (durationMs: number) => setClockOffsetMs(clockOffsetMs() + durationMs);
const balances = async ({ account }: OpenedAccount) => done(await account.overview()).balances;
const types = async ({ account }: OpenedAccount) =>
  done(await account.exportJournal({ fromSeq: 1, limit: 500 })).items.map((row) => row.type);

async function give({ account }: OpenedAccount, points: number, days: number | null): Promise<void> {
  const expiresAtMs = days === null ? null : clock.nowMs() + days * DAY_MS;
  done(
    await account.adjust({ key: newKey(), actor: STAFF, points, reason: 'gift', note: null, expiresAtMs }),
  );
}

async function ringAlarm({ stub, account }: OpenedAccount): Promise<void> {
  await account.touch();
  await runDurableObjectAlarm(stub);
}

describe('expiry and maturity', () => {
  test('count by the clock at once, and are written down once, however often the alarm rings', async () => {
    const shop = await openAccount();
    await give(shop, 10, 1);
    await earn(shop, {}, programme({ daysUntilEntry: 2 }));
    pass(DAY_MS);
    expect(await balances(shop)).toMatchObject({
      availablePoints: 0,
      pendingPoints: 100,
      balancePoints: 110,
    });
    pass(DAY_MS);
    expect(await balances(shop)).toMatchObject({
      availablePoints: 100,
      pendingPoints: 0,
      balancePoints: 110,
    });
    expect(await types(shop)).toEqual(['account.opened', 'points.adjusted', 'points.earned']);
    await ringAlarm(shop);
    const written = ['account.opened', 'points.adjusted', 'points.earned', 'points.expired', 'lot.matured'];
    expect(await types(shop)).toEqual(written);
    await ringAlarm(shop);
    await ringAlarm(shop);
    expect(await types(shop)).toEqual(written);
    expect(await balances(shop)).toMatchObject({ availablePoints: 100, balancePoints: 100 });
  });

  test('are written down by the next command, whenever the alarm comes', async () => {
    const shop = await openAccount();
    await give(shop, 10, 1);
    pass(DAY_MS);
    await give(shop, 1, null);
    expect(await types(shop)).toEqual([
      'account.opened',
      'points.adjusted',
      'points.expired',
      'points.adjusted',
    ]);
  });

  test('an alarm lost with the object is armed again at its next life', async () => {
    const shop = await openAccount();
    await give(shop, 10, 1);
    const armed = () => runInDurableObject(shop.stub, (_, state) => state.storage.getAlarm());
    await runInDurableObject(shop.stub, (_, state) => state.storage.deleteAlarm());
    expect(await armed()).toBe(null);
    await evictDurableObject(shop.stub);
    expect(await armed()).not.toBe(null);
  });

  test('the alarm is armed for the next thing that is due, and for nothing where nothing is', async () => {
    const shop = await openAccount();
    const dueAtMs = async () => done(await shop.account.exportState()).dueAtMs;
    const deliver = async () => {
      await ringAlarm(shop);
      const { headSeq } = done(await shop.account.exportState());
      done(await shop.account.confirmProjected({ epoch: 1, fromSeq: 1, toSeq: headSeq }));
    };
    await give(shop, 5, null);
    await deliver();
    expect(await dueAtMs()).toBe(null);
    const { availableAtMs } = await earn(shop, {}, programme({ daysUntilEntry: 3 }));
    await deliver();
    expect(await dueAtMs()).toBe(availableAtMs);
    await give(shop, 5, 1);
    await deliver();
    const spread = ((await dueAtMs()) ?? 0) - (clock.nowMs() + DAY_MS);
    expect(spread).toBeGreaterThan(-HOUR_MS);
    expect(spread).toBeLessThan(4 * HOUR_MS);
  });
});

describe('points that come back', () => {
  async function cancelledAfter(days: number) {
    const shop = await openAccount();
    await give(shop, 60, 2);
    const reward = await openReward(shop.tenantId, 1);
    const { redemptionId } = done(await redeem(shop, [reward.line()]));
    pass(days * DAY_MS);
    done(await shop.account.cancelRedemption({ key: newKey(), actor: STAFF, redemptionId, reason: null }));
    return shop;
  }

  test('come back to their lot with the expiry that it had', async () => {
    const shop = await cancelledAfter(1);
    expect(await balances(shop)).toMatchObject({ availablePoints: 60 });
    pass(DAY_MS);
    expect(await balances(shop)).toMatchObject({ availablePoints: 0 });
  });

  test('after the expiry they live for the grace, counted from the expiry', async () => {
    const shop = await cancelledAfter(5);
    expect(await balances(shop)).toMatchObject({ availablePoints: 60 });
    pass(4 * DAY_MS - HOUR_MS);
    expect(await balances(shop)).toMatchObject({ availablePoints: 60 });
    pass(HOUR_MS);
    expect(await balances(shop)).toMatchObject({ availablePoints: 0 });
  });

  test('beyond the grace they expire at once, and the history says so', async () => {
    const shop = await cancelledAfter(9);
    expect(await balances(shop)).toMatchObject({ availablePoints: 0, balancePoints: 0 });
    expect((await types(shop)).slice(-2)).toEqual(['points.returned', 'points.expired']);
  });
});

describe('the journal', () => {
  test('still verifies after a person was erased, and no trace of her is left', async () => {
    const shop = await openAccount();
    await earn(shop);
    const note = '林小满来店里补的';
    done(
      await shop.account.adjust({
        key: newKey(),
        actor: STAFF,
        points: 5,
        reason: 'goodwill',
        note,
        expiresAtMs: null,
      }),
    );
    const reward = await openReward(shop.tenantId, 1);
    const { redemptionId } = done(await redeem(shop, [reward.line()]));
    done(await shop.account.startFulfilment({ key: newKey(), actor: STAFF, redemptionId }));
    done(
      await shop.account.cancelRedemption({
        key: newKey(),
        actor: { kind: 'member', id: shop.memberId },
        redemptionId,
        reason: '林小满打来电话',
      }),
    );
    const early = await shop.account.eraseDetails({ key: newKey(), actor: STAFF });
    expect(early).toMatchObject({ ok: false, refusal: { code: 'wrong_state', state: 'in_fulfilment' } });
    done(await shop.account.answerCancelRequest({ key: newKey(), actor: STAFF, redemptionId, accept: true }));
    const origin = { kind: 'account', tenantId: shop.tenantId, objectId: shop.memberId, epoch: 1 } as const;
    const rows = async () => done(await shop.account.exportJournal({ fromSeq: 1, limit: 500 })).items;
    expect(findChainBreak(origin, await rows())).toBe(null);
    expect(JSON.stringify(await rows())).toContain('林小满');
    expect(done(await shop.account.eraseDetails({ key: newKey(), actor: STAFF }))).toEqual({ erasedRows: 3 });
    expect(findChainBreak(origin, await rows())).toBe(null);
    const stored = await runInDurableObject(shop.stub, (_, state) =>
      ['journal', 'journal_details', 'redemptions', 'purchases', 'transport_keys'].map((table) =>
        JSON.stringify(state.storage.sql.exec(`select * from ${table}`).toArray()),
      ),
    );
    for (const table of stored) expect(table).not.toMatch(/林小满|文三路|138000/);
    expect(done(await shop.account.getRedemption(redemptionId))).toMatchObject({
      delivery: null,
      cancelRequest: { reason: null },
    });
  });

  test('every lot, hold and entry agrees with the balance (I1), after a life of everything', async () => {
    const shop = await openAccount();
    await earn(shop, { orderId: 'o1' });
    const reward = await openReward(shop.tenantId, 3);
    done(await redeem(shop, [reward.line()]));
    const back = {
      channel: 'shop',
      orderId: 'o1',
      refundId: 'r1',
      lines: [{ lineId: 'l1', amountMinor: 8_000 }],
    };
    expect(done(await shop.account.refundOrder({ key: newKey(), actor: STAFF, ...back }))).toMatchObject({
      takenPoints: 40,
      owedPoints: 40,
    });
    await give(shop, 15, 30);
    const { balances: sums, lots, headSeq } = done(await shop.account.exportState());
    const { items } = done(await shop.account.listEntries({ beforeSeq: null, limit: 100 }));
    const entries = items.reduce((sum, row) => sum + Number(row.body.points), 0);
    const remaining = lots.reduce((sum, lot) => sum + lot.remainingPoints, 0);
    expect([entries, remaining - sums.debtPoints, sums.availablePoints]).toEqual([-25, -25, -25]);
    expect(items.map((row) => [row.type, row.body.balanceAfter])).toEqual([
      ['points.adjusted', -25],
      ['points.clawed_back', -40],
      ['points.redeemed', 40],
      ['points.earned', 100],
    ]);
    expect(headSeq).toBe(8);
  });
});
