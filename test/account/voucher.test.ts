import { abortAllDurableObjects, runDurableObjectAlarm } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { installCheckpoint } from '../../src/account/redemption-steps.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { newId } from '../../src/lib/ids.ts';
import { expectChained, MINUTE_MS } from './redemption-shop.ts';
import { DAY_MS, done, earn, newKey, openAccount, openReward, redeem, refusalOf, STAFF } from './world.ts';

beforeEach(() => setClockOffsetMs(0));
afterEach(() => {
  installCheckpoint(null);
  vi.restoreAllMocks();
});

const CODE = 'ABCD2345';
const COUPON = { kind: 'coupon', coupon: { faceMinor: 1_000, minimumSpendMinor: null } } as const;

type Shop = Awaited<ReturnType<typeof openShop>>;

/** A member with 100 points and a coupon for 30 of them, unlimited. */
async function openShop() {
  const account = await openAccount();
  await earn(account);
  const reward = await openReward(account.tenantId, 'unlimited', 30);
  return { ...account, reward };
}

const command = (redemptionId: string) => ({ key: newKey(), actor: STAFF, redemptionId });
const wait = (ms: number) => setClockOffsetMs(clockOffsetMs() + ms);

function redeemCoupon(shop: Shop, given: { validDays?: number | null; redemptionId?: string } = {}) {
  const { validDays = 30, redemptionId = newId('rdm') } = given;
  return shop.account.redeem({
    key: newKey(),
    actor: { kind: 'member', id: shop.memberId },
    redemptionId,
    lines: [shop.reward.line(COUPON)],
    delivery: null,
    voucher: { code: CODE, validDays },
    graceDays: 7,
    openHoldsMax: 10,
  });
}

async function standing({ account }: Shop) {
  const { items } = done(await account.listRedemptions({ beforeSeq: null, limit: 10 }));
  const { balances, openHolds } = done(await account.overview());
  return { states: items.map(({ state }) => state), available: balances.availablePoints, openHolds };
}

describe('a voucher', () => {
  test('is issued at once, without an address, and used once', async () => {
    const shop = await openShop();
    const issued = done(await redeemCoupon(shop));
    expect(issued).toMatchObject({
      state: 'issued',
      delivery: null,
      voucher: { code: CODE, usedAtMs: null },
      lines: [{ kind: 'coupon', coupon: COUPON.coupon }],
    });
    const using = command(issued.redemptionId);
    const used = done(await shop.account.takeVoucher(using));
    expect([used.state, used.timeline.map(({ state }) => state)]).toEqual([
      'used',
      ['reserving', 'committing', 'confirmed', 'issued', 'used'],
    ]);
    expect(await shop.account.takeVoucher(using)).toMatchObject({ ok: true, replayed: true });
    expect(refusalOf(await shop.account.takeVoucher(command(issued.redemptionId)))).toEqual({
      code: 'voucher_used',
      usedAtMs: used.voucher?.usedAtMs,
    });
    expect(await standing(shop)).toEqual({ states: ['used'], available: 70, openHolds: 0 });
    await expectChained(shop);
  });

  test('used at twenty tills at once, one has it', async () => {
    const shop = await openShop();
    const { redemptionId } = done(await redeemCoupon(shop));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => shop.account.takeVoucher(command(redemptionId))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(answers.flatMap((each) => (each.ok ? [] : [each.refusal.code])))).toEqual(
      new Set(['voucher_used']),
    );
  });

  test('cancelled and used at once, it is one or the other', async () => {
    const shop = await openShop();
    const { redemptionId } = done(await redeemCoupon(shop));
    const [cancelled, used] = await Promise.all([
      shop.account.cancelRedemption({ ...command(redemptionId), reason: '活动取消' }),
      shop.account.takeVoucher(command(redemptionId)),
    ]);
    expect([cancelled.ok, used.ok].filter(Boolean)).toHaveLength(1);
    const { available } = await standing(shop);
    expect(available).toBe(used.ok ? 70 : 100);
  });

  test('called off by the shop before it is used gives the points back; a member asks', async () => {
    const shop = await openShop();
    const { redemptionId } = done(await redeemCoupon(shop));
    const hers = { ...command(redemptionId), actor: { kind: 'member' as const, id: shop.memberId } };
    expect(done(await shop.account.cancelRedemption({ ...hers, reason: '买错了' }))).toMatchObject({
      state: 'issued',
      cancelRequest: { state: 'open' },
    });
    done(await shop.account.answerCancelRequest({ ...command(redemptionId), accept: true }));
    expect(await standing(shop)).toEqual({ states: ['cancelled'], available: 100, openHolds: 0 });
    expect(refusalOf(await shop.account.takeVoucher(command(redemptionId)))).toEqual({
      code: 'voucher_cancelled',
    });
  });

  test('ends by the clock at once, and by the alarm in the books; the points are gone', async () => {
    const shop = await openShop();
    const { redemptionId, voucher } = done(await redeemCoupon(shop, { validDays: 1 }));
    wait(2 * DAY_MS);
    expect(done(await shop.account.getRedemption(redemptionId)).state).toBe('expired');
    const expired = { code: 'voucher_expired', expiredAtMs: voucher?.validUntilMs };
    expect(refusalOf(await shop.account.takeVoucher(command(redemptionId)))).toEqual(expired);
    expect(refusalOf(await shop.account.cancelRedemption({ ...command(redemptionId), reason: 'x' }))).toEqual(
      expired,
    );
    const before = done(await shop.account.exportState());
    expect(before.redemptions[0]?.state).toBe('issued');
    await shop.account.touch();
    await runDurableObjectAlarm(shop.stub);
    const after = done(await shop.account.exportState());
    expect([after.redemptions[0]?.state, after.balances.availablePoints]).toEqual(['expired', 70]);
    await runDurableObjectAlarm(shop.stub);
    expect(done(await shop.account.exportState()).redemptions).toEqual(after.redemptions);
    await expectChained(shop);
  });

  test('without an end is still good after ten years', async () => {
    const shop = await openShop();
    const { redemptionId } = done(await redeemCoupon(shop, { validDays: null }));
    wait(3_650 * DAY_MS);
    expect(done(await shop.account.takeVoucher(command(redemptionId))).state).toBe('used');
  });

  test('of goods there is none, of a coupon there is one, and it goes nowhere', async () => {
    const shop = await openShop();
    const goods = done(await redeem(shop, [shop.reward.line()]));
    expect(refusalOf(await shop.account.takeVoucher(command(goods.redemptionId)))).toEqual({
      code: 'wrong_state',
      state: 'confirmed',
    });
    const wrong = (reason: string, field: string) => ({ code: 'invalid_input', field, reason });
    expect(refusalOf(await redeem(shop, [shop.reward.line(COUPON)]))).toEqual(
      wrong('nothing_to_deliver', 'delivery'),
    );
    expect(refusalOf(await redeem(shop, [shop.reward.line({ ...COUPON, quantity: 2 })]))).toEqual(
      wrong('one_voucher_at_a_time', 'quantity'),
    );
  });
});

describe('killed where a voucher is issued or its shop answers, it is issued once', () => {
  const steps = ['recorded', 'line_reserved', 'decided_commit', 'line_committed', 'issued'] as const;

  test.each(steps)('a failure at %s is finished by the alarm', async (step) => {
    const shop = await openShop();
    let reached = false;
    installCheckpoint((passed) => {
      reached ||= passed === step;
      return passed === step ? Promise.reject(new Error('killed')) : Promise.resolve();
    });
    await redeemCoupon(shop);
    installCheckpoint(null);
    expect(reached).toBe(true);
    await finish(shop);
  });

  test.each(steps)('every object dead at %s, it is finished by the alarm', async (step) => {
    const shop = await openShop();
    let reached = false;
    installCheckpoint((passed) => {
      reached ||= passed === step;
      return passed === step ? new Promise(() => {}) : Promise.resolve();
    });
    const answer = redeemCoupon(shop).catch((failure: unknown) => failure);
    await vi.waitFor(() => expect(reached).toBe(true));
    await abortAllDurableObjects();
    expect(await answer).toBeInstanceOf(Error);
    installCheckpoint(null);
    await finish(shop);
  });

  async function finish(shop: Shop): Promise<void> {
    wait(MINUTE_MS);
    await shop.account.touch();
    await runDurableObjectAlarm(shop.stub);
    expect(await standing(shop)).toEqual({ states: ['issued'], available: 70, openHolds: 0 });
    const { items } = done(await shop.account.listRedemptions({ beforeSeq: null, limit: 1 }));
    expect(items[0]?.timeline.filter(({ state }) => state === 'issued')).toHaveLength(1);
    await expectChained(shop);
  }
});
