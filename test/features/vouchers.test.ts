import { afterEach, describe, expect, test } from 'vitest';
import { actorRef, type Context } from '../../src/context.ts';
import { changeReward } from '../../src/features/catalogue/change-reward.ts';
import { publishReward } from '../../src/features/catalogue/publish-reward.ts';
import { getHome } from '../../src/features/home/get-home.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import { findVoucher, takeVoucher } from '../../src/features/redemptions/take-voucher.ts';
import { insertVoucherCode } from '../../src/features/redemptions/voucher-queries.ts';
import { AppError } from '../../src/lib/app-error.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { memberWith, must, newKey, openShop, pointsOf, press, type Shop, shelve } from './world.ts';

afterEach(() => setClockOffsetMs(0));
const pass = (ms: number) => setClockOffsetMs(clockOffsetMs() + ms);
const DAY_MS = 86_400_000;

const COUPON = {
  kind: 'coupon',
  coupon: { faceMinor: 3_000, minimumSpendMinor: 15_000 },
  validDays: 30,
  units: null,
} as const;
const notFound = { ok: false, refusal: { code: 'not_found' } };

/** A member with 1,000 points who has redeemed a coupon of 500. */
async function issued(shop: Shop) {
  const reward = await shelve(shop, COUPON);
  const memberId = await memberWith(shop, 1_000);
  const input = { ...press(reward), delivery: null };
  const redemption = must(await redeem({ ctx: shop.member(memberId), input }));
  return { reward, memberId, input, redemption, code: redemption.voucher?.code ?? '' };
}

/** Home, once the projection has come so far. */
const toVerify = (shop: Shop, count: number) =>
  expect
    .poll(async () => (await getHome({ ctx: shop.owner })).vouchersToVerify, { timeout: 5_000 })
    .toBe(count);

describe('a coupon', () => {
  test('is redeemed without an address, verified by its code, and used once', async () => {
    const shop = await openShop();
    const { redemption, code, memberId } = await issued(shop);
    expect(redemption).toMatchObject({ state: 'issued', delivery: null });
    expect(redemption.lines[0]).toMatchObject({ kind: 'coupon', coupon: COUPON.coupon });
    await toVerify(shop, 1);
    const spoken = `${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`;
    const found = must(await findVoucher({ ctx: shop.owner, input: { code: spoken } }));
    expect([found.redemption.redemptionId, found.redemption.state]).toEqual([
      redemption.redemptionId,
      'issued',
    ]);
    const used = await shop.api('POST', `/vouchers/${code}/use`, undefined, 'till-1');
    expect(used).toMatchObject({ status: 200, body: { state: 'used', voucher: { code } } });
    await toVerify(shop, 0);
    const again = await shop.api('POST', `/vouchers/${code}/use`, undefined, 'till-1');
    expect(again).toEqual(used);
    const twice = await shop.api('POST', `/vouchers/${code}/use`, undefined, 'till-2');
    const { usedAt } = used.body.voucher as { usedAt: string };
    expect(twice).toMatchObject({
      status: 409,
      body: { code: 'voucher-used', usedAtMs: Date.parse(usedAt) },
    });
    expect(await pointsOf(shop, memberId)).toBe(500);
  });

  test('that was used says who took it: by name to the shop, and without one to a key of its', async () => {
    const shop = await openShop();
    const { code } = await issued(shop);
    must(await takeVoucher({ ctx: shop.owner, input: { code, key: newKey() } }));
    const found = must(await findVoucher({ ctx: shop.owner, input: { code } }));
    expect(found.redemption.usedBy).toEqual(actorRef(shop.owner.actor));
    const { body } = await shop.api('GET', `/vouchers/${code}`);
    expect(body.usedBy).toEqual({ kind: 'staff', name: null, branch: null });
  });

  test('sent twice under one key has one code, also where the first answer was lost before the account heard', async () => {
    const shop = await openShop();
    const reward = await shelve(shop, COUPON);
    const memberId = await memberWith(shop, 1_000);
    const ctx = shop.member(memberId);
    const input = press(reward);
    await expect(redeem({ ctx: deaf(ctx), input })).rejects.toThrow();
    const first = must(await redeem({ ctx, input }));
    const second = must(await redeem({ ctx, input }));
    expect([second.redemptionId, second.voucher]).toEqual([first.redemptionId, first.voucher]);
    expect(await pointsOf(shop, memberId)).toBe(500);
  });

  test('a code that another redemption has is never given a second time', async () => {
    const shop = await openShop();
    const { code } = await issued(shop);
    const row = { tenantId: shop.tenant.id, code, memberId: 'mem_2', redemptionId: 'rdm_2', createdAtMs: 1 };
    await shop.owner.db.batch(shop.tenant.id, [insertVoucherCode(shop.owner, row)]);
    const found = must(await findVoucher({ ctx: shop.owner, input: { code } }));
    expect(found.redemption.redemptionId).not.toBe('rdm_2');
  });

  test('of another shop, a code that nobody has and none at all look alike', async () => {
    const [shop, other] = [await openShop(), await openShop()];
    const { code } = await issued(other);
    for (const typed of [code, 'ABCD2345', 'no code']) {
      expect(await findVoucher({ ctx: shop.owner, input: { code: typed } })).toEqual(notFound);
      expect(await takeVoucher({ ctx: shop.owner, input: { code: typed, key: newKey() } })).toEqual(notFound);
    }
    expect(must(await findVoucher({ ctx: other.owner, input: { code } })).redemption.state).toBe('issued');
  });

  test('that was refused leaves no voucher', async () => {
    const shop = await openShop();
    const reward = await shelve(shop, COUPON);
    const poor = await memberWith(shop, 10);
    const refused = await redeem({ ctx: shop.member(poor), input: press(reward) });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'insufficient_points' } });
  });

  test('is past its end for members and staff at the same moment', async () => {
    const shop = await openShop();
    const { code } = await issued(shop);
    pass(32 * DAY_MS);
    expect(must(await findVoucher({ ctx: shop.owner, input: { code } })).redemption.state).toBe('expired');
    expect(await takeVoucher({ ctx: shop.owner, input: { code, key: newKey() } })).toMatchObject({
      ok: false,
      refusal: { code: 'voucher_expired' },
    });
  });
});

test('what a coupon is worth when it was seen is what is issued, and a worse one follows in two minutes', async () => {
  const shop = await openShop();
  const reward = await shelve(shop, COUPON);
  const memberId = await memberWith(shop, 2_000);
  const ctx = shop.member(memberId);
  const page = press(reward);
  const { id: rewardId } = reward.reward;
  const coupon = { faceMinor: 1_000, minimumSpendMinor: 15_000 };
  must(await changeReward({ ctx: shop.owner, input: { rewardId, coupon, key: newKey() } }));
  must(await publishReward({ ctx: shop.owner, input: { rewardId, key: newKey() } }));
  const within = must(await redeem({ ctx, input: page }));
  pass(121_000);
  const late = await redeem({ ctx, input: { ...page, key: newKey() } });
  expect(late).toMatchObject({ ok: false, refusal: { code: 'price_changed', priceVersion: 2 } });
  const agreed = must(await redeem({ ctx, input: { ...page, priceVersion: 2, key: newKey() } }));
  expect([within, agreed].map(({ lines }) => lines[0]?.coupon?.faceMinor)).toEqual([3_000, 1_000]);
});

test('the kind of a reward is fixed once it was published', async () => {
  const shop = await openShop();
  const { reward } = await shelve(shop, COUPON);
  const input = { rewardId: reward.id, kind: 'goods' as const, key: newKey() };
  expect(await changeReward({ ctx: shop.owner, input })).toEqual({
    ok: false,
    refusal: { code: 'invalid_input', field: 'kind', reason: 'fixed_once_published' },
  });
});

/** The same request, cut off before the account hears of it. */
function deaf(ctx: Context): Context {
  const of = (memberId: string): ReturnType<Context['accounts']['of']> => ({
    ...ctx.accounts.of(memberId),
    redeem: () => Promise.reject(new AppError('unavailable')),
  });
  return { ...ctx, accounts: { of } };
}
