import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Actor } from '../../src/context.ts';
import { listAuditLog } from '../../src/features/audit-log/list-audit-log.ts';
import { changeReward } from '../../src/features/catalogue/change-reward.ts';
import { publishReward } from '../../src/features/catalogue/publish-reward.ts';
import { listAffordable } from '../../src/features/counter-spending/list-affordable.ts';
import { redeemAtCounter } from '../../src/features/counter-spending/redeem-at-counter.ts';
import { findAtCounter } from '../../src/features/member-code/find-at-counter.ts';
import { showCode } from '../../src/features/member-code/sign-code.ts';
import { getMember } from '../../src/features/members/find-member.ts';
import { setCounterPayment } from '../../src/features/payments/set-counter-payment.ts';
import { confirmCounterPayment } from '../../src/features/redemptions/pay-redemption.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { memberWith, must, newKey, openShop, pointsOf, press, type Shop, shelve } from './world.ts';

afterEach(() => setClockOffsetMs(0));
const pass = (ms: number) => setClockOffsetMs(clockOffsetMs() + ms);
const NEEDED = { ok: false, refusal: { code: 'presence_needed' } };
const clerk = (userId = 'usr_clerk'): Actor => ({ kind: 'staff', userId, name: 'Mei', role: 'clerk' });

/** What a clerk has of a member whose code she has just scanned. */
async function scan(shop: Shop, memberId: string, { isProved = true, by = clerk() } = {}) {
  const { number } = must(await getMember({ ctx: shop.owner, input: { memberId } }));
  const { text } = showCode(shop.owner, { number, isProved });
  return must(await findAtCounter({ ctx: shop.as(by), input: { typed: text } })).presence;
}

function wanted(reward: Awaited<ReturnType<typeof shelve>>, given: object = {}) {
  const { rewardId, quantity, priceVersion, pointsEach, cashEachMinor, key } = press(reward);
  return { rewardId, quantity, priceVersion, pointsEach, cashEachMinor, key, ...given };
}

const redeem = (shop: Shop, input: Parameters<typeof redeemAtCounter>[0]['input'], by = clerk()) =>
  redeemAtCounter({ ctx: shop.as(by), input });

describe('with the member there', () => {
  test('goods are in her hand at once, and the redemption says who did it', async () => {
    const [shop, reward] = await shopWith();
    const memberId = await memberWith(shop, 800);
    const presence = await scan(shop, memberId);
    const made = must(await redeem(shop, { ...wanted(reward), memberId, presence }));
    expect(made).toMatchObject({
      state: 'received',
      pickUp: true,
      delivery: null,
      redeemedBy: { kind: 'staff', id: 'usr_clerk' },
    });
    expect(await pointsOf(shop, memberId)).toBe(300);
    await vi.waitFor(
      async () => {
        const { items } = must(await listAuditLog({ ctx: shop.owner, input: { cursor: null, limit: 50 } }));
        const line = items.find(({ action }) => action === 'redemptions.redeem');
        expect(line).toMatchObject({
          actorId: 'usr_clerk',
          detail: { memberId, state: 'received', points: 500 },
        });
      },
      { timeout: 20_000, interval: 100 },
    );
  });

  test('a coupon becomes a voucher, and cash at the till is taken before the goods are hers', async () => {
    const [shop] = await shopWith();
    must(await setCounterPayment({ ctx: shop.owner, input: { enabled: true } }));
    const coupon = await shelve(shop, {
      kind: 'coupon',
      coupon: { faceMinor: 3_000, minimumSpendMinor: null },
      validDays: 30,
      units: null,
    });
    const mixed = await shelve(shop, { mix: { pointsMin: 250, cashMinor: 1_000 } });
    const memberId = await memberWith(shop, 800);
    const presence = await scan(shop, memberId);
    const voucher = must(await redeem(shop, { ...wanted(coupon), memberId, presence }));
    expect([voucher.state, voucher.pickUp]).toEqual(['issued', undefined]);
    const paying = { ...wanted(mixed), pointsEach: 250, cashEachMinor: 1_000, memberId, presence };
    const { redemptionId, state } = must(await redeem(shop, paying));
    expect(state).toBe('awaiting_payment');
    const cash = { memberId, redemptionId, receipt: null, key: newKey() };
    const paid = must(await confirmCounterPayment({ ctx: shop.as(clerk()), input: cash }));
    expect(paid.state).toBe('received');
  });

  test('one key is one redemption, sent twice, at once and after the price has changed', async () => {
    const [shop, reward] = await shopWith();
    const memberId = await memberWith(shop, 1_500);
    const input = { ...wanted(reward), memberId, presence: await scan(shop, memberId) };
    const [one, other] = await Promise.all([redeem(shop, input), redeem(shop, input)]);
    expect(must(one).redemptionId).toBe(must(other).redemptionId);
    await reprice(shop, reward, 400);
    expect(must(await redeem(shop, input)).redemptionId).toBe(must(one).redemptionId);
    const changed = await redeem(shop, { ...input, quantity: 2 });
    expect(changed).toEqual({ ok: false, refusal: { code: 'key_reused' } });
    expect(await pointsOf(shop, memberId)).toBe(1_000);
    const anothers = { ...input, presence: await scan(shop, memberId, { by: clerk('usr_other') }) };
    const own = await redeem(shop, { ...anothers, pointsEach: 400, priceVersion: 2 }, clerk('usr_other'));
    expect(must(own).redemptionId).not.toBe(must(one).redemptionId);
  });

  test('what was redeemed is answered again when her code has run out, whichever code comes along', async () => {
    const [shop, reward] = await shopWith();
    const memberId = await memberWith(shop, 1_500);
    const input = { ...wanted(reward), memberId, presence: await scan(shop, memberId) };
    const { redemptionId } = must(await redeem(shop, input));
    pass(6 * 60_000);
    for (const presence of [input.presence, null, await scan(shop, memberId)])
      expect(must(await redeem(shop, { ...input, presence })).redemptionId).toBe(redemptionId);
    expect(await redeem(shop, { ...input, quantity: 2 })).toMatchObject({ refusal: { code: 'key_reused' } });
    expect(await redeem(shop, { ...input, key: newKey() })).toEqual(NEEDED);
    expect(await redeem(shop, input, clerk('usr_other'))).toEqual(NEEDED);
    expect(await pointsOf(shop, memberId)).toBe(1_000);
  });

  test('a price that changed between is told and not taken', async () => {
    const [shop, reward] = await shopWith();
    const memberId = await memberWith(shop, 800);
    const input = { ...wanted(reward), memberId, presence: await scan(shop, memberId) };
    await reprice(shop, reward, 400);
    expect(await redeem(shop, input)).toEqual({
      ok: false,
      refusal: { code: 'price_changed', priceVersion: 2, pointsEach: 400 },
    });
    expect(await pointsOf(shop, memberId)).toBe(800);
  });

  test('so many points need a phone that has typed a code lately', async () => {
    const [shop] = await shopWith();
    const reward = await shelve(shop, { pointsEach: 2_001 });
    const memberId = await memberWith(shop, 5_000);
    const input = { ...wanted(reward), memberId };
    const unproved = await scan(shop, memberId, { isProved: false });
    expect(await redeem(shop, { ...input, presence: unproved })).toEqual({
      ok: false,
      refusal: { code: 'proof_needed', abovePoints: 2_000 },
    });
    const proved = await scan(shop, memberId);
    expect(must(await redeem(shop, { ...input, presence: proved })).state).toBe('received');
  });
});

test("nothing is spent without her: no presence, one that is over, another member's, clerk's or shop's", async () => {
  const [shop, reward] = await shopWith();
  const memberId = await memberWith(shop, 800);
  const otherMember = await memberWith(shop, 800);
  const [elsewhere] = await shopWith();
  const foreign = await scan(elsewhere, await memberWith(elsewhere, 800));
  const ofAnother = await scan(shop, otherMember);
  const ofAnotherClerk = await scan(shop, memberId, { by: clerk('usr_other') });
  const own = await scan(shop, memberId);
  const refused = async (presence: string | null) =>
    expect(await redeem(shop, { ...wanted(reward), memberId, presence })).toEqual(NEEDED);
  for (const presence of [null, 'x', foreign, ofAnother, ofAnotherClerk]) await refused(presence);
  pass(5 * 60_000);
  await refused(own);
  expect(await pointsOf(shop, memberId)).toBe(800);
  const input = { ...wanted(reward), memberId: 'mem_nobody', presence: own };
  expect(await redeem(shop, input)).toEqual({ ok: false, refusal: { code: 'not_found' } });
});

test('what she can afford is listed dearest first, with cash at the till where the shop takes it', async () => {
  const [shop, small] = await shopWith();
  const dear = await shelve(shop, { pointsEach: 900, mix: { pointsMin: 600, cashMinor: 3_000 } });
  await shelve(shop, { pointsEach: 5_000 });
  const memberId = await memberWith(shop, 800);
  const listed = async () => {
    const items = must(await listAffordable({ ctx: shop.as(clerk()), input: { memberId } }));
    return items.map(({ rewardId, pointsEach, cashEachMinor }) => [rewardId, pointsEach, cashEachMinor]);
  };
  expect(await listed()).toEqual([[small.reward.id, 500, 0]]);
  must(await setCounterPayment({ ctx: shop.owner, input: { enabled: true } }));
  pass(6_000);
  expect(await listed()).toEqual([
    [dear.reward.id, 800, 1_000],
    [small.reward.id, 500, 0],
  ]);
});

async function shopWith() {
  const shop = await openShop();
  return [shop, await shelve(shop)] as const;
}

async function reprice(shop: Shop, { reward }: Awaited<ReturnType<typeof shelve>>, pointsEach: number) {
  must(await changeReward({ ctx: shop.owner, input: { rewardId: reward.id, pointsEach, key: newKey() } }));
  must(await publishReward({ ctx: shop.owner, input: { rewardId: reward.id, key: newKey() } }));
  pass(6_000);
}
