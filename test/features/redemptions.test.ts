import { afterEach, describe, expect, test } from 'vitest';
import { changeReward } from '../../src/features/catalogue/change-reward.ts';
import { publishReward } from '../../src/features/catalogue/publish-reward.ts';
import { setRewardState } from '../../src/features/catalogue/set-reward-state.ts';
import { cancelRedemption } from '../../src/features/redemptions/cancel-redemption.ts';
import {
  prepareRedemption,
  receiveRedemption,
  shipRedemption,
} from '../../src/features/redemptions/fulfil-redemption.ts';
import { getRedemption } from '../../src/features/redemptions/get-redemption.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { memberWith, must, newKey, openShop, pointsOf, press, shelve } from './world.ts';

afterEach(() => setClockOffsetMs(0));
const pass = (ms: number) => setClockOffsetMs(clockOffsetMs() + ms);

test('a reward published again after keys are forgotten keeps its units', async () => {
  const shop = await openShop();
  const { reward } = await shelve(shop);
  const stock = shop.owner.stocks.of(reward.id);
  pass(46 * 86_400_000);
  await stock.touch();
  must(
    await changeReward({ ctx: shop.owner, input: { rewardId: reward.id, pointsEach: 400, key: newKey() } }),
  );
  must(await publishReward({ ctx: shop.owner, input: { rewardId: reward.id, key: newKey() } }));
  expect(must(await stock.overview()).counts.stockedUnits).toBe(10);
});

describe('a redemption', () => {
  test('takes the points and a unit, and is followed by shop and member to the end', async () => {
    const shop = await openShop();
    const reward = await shelve(shop);
    const memberId = await memberWith(shop, 800);
    const made = must(await redeem({ ctx: shop.member(memberId), input: press(reward) }));
    expect(made).toMatchObject({ memberId, state: 'confirmed', points: 500, undoneBecause: null });
    expect(await pointsOf(shop, memberId)).toBe(300);
    const name = { memberId, redemptionId: made.redemptionId };
    const keyed = () => ({ ...name, key: newKey() });
    const steps = [
      await prepareRedemption({ ctx: shop.owner, input: keyed() }),
      await shipRedemption({
        ctx: shop.owner,
        input: { ...keyed(), carrier: '顺丰', trackingNumber: 'SF1' },
      }),
      await receiveRedemption({ ctx: shop.member(memberId), input: keyed() }),
    ];
    expect(steps.map((step) => must(step).state)).toEqual(['in_fulfilment', 'shipped', 'received']);
    const seen = must(await getRedemption({ ctx: shop.owner, input: name }));
    expect(seen).toMatchObject({ state: 'received', carrier: '顺丰', trackingNumber: 'SF1' });
  });

  test('sent twice under one key is one redemption, also after the reward was renamed, stopped and made dearer', async () => {
    const shop = await openShop();
    const reward = await shelve(shop);
    const memberId = await memberWith(shop, 1_000);
    const input = press(reward);
    const first = must(await redeem({ ctx: shop.member(memberId), input }));
    const changes = { rewardId: reward.reward.id, names: { en: 'Bowl and plate' }, pointsEach: 900 };
    must(await changeReward({ ctx: shop.owner, input: { ...changes, key: newKey() } }));
    must(await publishReward({ ctx: shop.owner, input: { rewardId: reward.reward.id, key: newKey() } }));
    pass(121_000);
    const renamed = must(await redeem({ ctx: shop.member(memberId), input }));
    const stop = { rewardId: reward.reward.id, action: 'stop' as const, key: newKey() };
    must(await setRewardState({ ctx: shop.owner, input: stop }));
    const stopped = must(await redeem({ ctx: shop.member(memberId), input }));
    expect([renamed.redemptionId, stopped.redemptionId]).toEqual([first.redemptionId, first.redemptionId]);
    expect(await pointsOf(shop, memberId)).toBe(500);
  });

  test('sent again under its key with another address is refused: it would go to the first one', async () => {
    const shop = await openShop();
    const reward = await shelve(shop);
    const memberId = await memberWith(shop, 1_000);
    const input = press(reward);
    must(await redeem({ ctx: shop.member(memberId), input }));
    const elsewhere = { ...input, delivery: { ...input.delivery, line1: 'another street' } };
    expect(await redeem({ ctx: shop.member(memberId), input: elsewhere })).toEqual({
      ok: false,
      refusal: { code: 'key_reused' },
    });
  });

  test('with a key that another reward had is refused and takes nothing', async () => {
    const shop = await openShop();
    const [reward, other] = [await shelve(shop), await shelve(shop)];
    const memberId = await memberWith(shop, 1_000);
    const key = newKey();
    must(await redeem({ ctx: shop.member(memberId), input: press(reward, { key }) }));
    const reused = await redeem({ ctx: shop.member(memberId), input: press(other, { key }) });
    expect(reused).toEqual({ ok: false, refusal: { code: 'key_reused' } });
    expect(await pointsOf(shop, memberId)).toBe(500);
  });

  test('cancelled before packing gives everything back; after packing began it is a request', async () => {
    const shop = await openShop();
    const reward = await shelve(shop);
    const memberId = await memberWith(shop, 1_000);
    const ctx = shop.member(memberId);
    const one = must(await redeem({ ctx, input: press(reward) }));
    const two = must(await redeem({ ctx, input: press(reward) }));
    const cancel = (redemptionId: string) =>
      cancelRedemption({ ctx, input: { memberId, redemptionId, reason: null, key: newKey() } });
    expect(must(await cancel(one.redemptionId)).state).toBe('cancelled');
    must(
      await prepareRedemption({
        ctx: shop.owner,
        input: { memberId, redemptionId: two.redemptionId, key: newKey() },
      }),
    );
    const asked = must(await cancel(two.redemptionId));
    expect([asked.state, asked.cancelRequest?.state]).toEqual(['in_fulfilment', 'open']);
    expect(await pointsOf(shop, memberId)).toBe(500);
  });

  test("of another shop's member looks like none at all", async () => {
    const [shop, other] = [await openShop(), await openShop()];
    const memberId = await memberWith(other, 500);
    const reward = await shelve(other);
    const made = must(await redeem({ ctx: other.member(memberId), input: press(reward) }));
    const keyed = { memberId, redemptionId: made.redemptionId, key: newKey() };
    const notFound = { ok: false, refusal: { code: 'not_found' } };
    expect(await getRedemption({ ctx: shop.owner, input: keyed })).toEqual(notFound);
    expect(await prepareRedemption({ ctx: shop.owner, input: keyed })).toEqual(notFound);
    expect(await cancelRedemption({ ctx: shop.owner, input: { ...keyed, reason: null } })).toEqual(notFound);
    expect(must(await getRedemption({ ctx: other.owner, input: keyed })).state).toBe('confirmed');
  });
});

describe('what is refused says what is missing, and takes nothing', () => {
  test('points', async () => {
    const shop = await openShop();
    const reward = await shelve(shop);
    const memberId = await memberWith(shop, 499);
    expect(await redeem({ ctx: shop.member(memberId), input: press(reward) })).toEqual({
      ok: false,
      refusal: { code: 'insufficient_points', missingPoints: 1, availablePoints: 499 },
    });
    expect(await pointsOf(shop, memberId)).toBe(499);
  });

  test('units', async () => {
    const shop = await openShop();
    const reward = await shelve(shop, { units: 1 });
    const [quick, slow] = [await memberWith(shop, 500), await memberWith(shop, 500)];
    must(await redeem({ ctx: shop.member(quick), input: press(reward) }));
    const late = press(reward);
    const soldOut = { ok: false, refusal: { code: 'sold_out', remainingUnits: 0 } };
    expect(await redeem({ ctx: shop.member(slow), input: late })).toEqual(soldOut);
    expect(await redeem({ ctx: shop.member(slow), input: late })).toEqual(soldOut);
    expect(await pointsOf(shop, slow)).toBe(500);
  });

  test('more than the limit per member allows', async () => {
    const shop = await openShop();
    const reward = await shelve(shop, { limitPerMember: 1 });
    const memberId = await memberWith(shop, 1_000);
    must(await redeem({ ctx: shop.member(memberId), input: press(reward) }));
    expect(await redeem({ ctx: shop.member(memberId), input: press(reward) })).toEqual({
      ok: false,
      refusal: { code: 'limit_reached', limit: 1, taken: 1 },
    });
    expect(await pointsOf(shop, memberId)).toBe(500);
  });

  test('a reward that has not started, has ended, is stopped or is not there', async () => {
    const shop = await openShop();
    const memberId = await memberWith(shop, 1_000);
    const hourMs = 3_600_000;
    const [startsAtMs, endsAtMs] = [Date.now() + hourMs, Date.now() + 2 * hourMs];
    const [startsAt, endsAt] = [new Date(startsAtMs).toISOString(), new Date(endsAtMs).toISOString()];
    const reward = await shelve(shop, { startsAt, endsAt });
    const ctx = shop.member(memberId);
    const refusalOf = async (rewardId?: string) => {
      const result = await redeem({ ctx, input: press(reward, rewardId ? { rewardId } : {}) });
      return result.ok ? result.value.state : result.refusal;
    };
    expect(await refusalOf()).toEqual({ code: 'not_started', startsAtMs });
    pass(2 * hourMs);
    expect(await refusalOf()).toEqual({ code: 'ended', endedAtMs: endsAtMs });
    must(
      await setRewardState({
        ctx: shop.owner,
        input: { rewardId: reward.reward.id, action: 'stop', key: newKey() },
      }),
    );
    expect(await refusalOf()).toEqual({ code: 'stopped' });
    expect(await refusalOf('rwd_unknown')).toEqual({ code: 'not_found' });
    expect(await pointsOf(shop, memberId)).toBe(1_000);
  });

  test('a price that rose between page and submit: the old one binds two minutes, then the new one is asked about', async () => {
    const shop = await openShop();
    const reward = await shelve(shop);
    const memberId = await memberWith(shop, 2_000);
    const ctx = shop.member(memberId);
    const page = press(reward);
    const { id: rewardId } = reward.reward;
    must(await changeReward({ ctx: shop.owner, input: { rewardId, pointsEach: 600, key: newKey() } }));
    must(await publishReward({ ctx: shop.owner, input: { rewardId, key: newKey() } }));
    const within = must(await redeem({ ctx, input: page }));
    pass(120_000);
    const after = await redeem({ ctx, input: { ...page, key: newKey() } });
    expect(after).toEqual({
      ok: false,
      refusal: { code: 'price_changed', priceVersion: 2, pointsEach: 600 },
    });
    const agreed = must(
      await redeem({ ctx, input: { ...page, priceVersion: 2, pointsEach: 600, key: newKey() } }),
    );
    expect([within.points, agreed.points, await pointsOf(shop, memberId)]).toEqual([500, 600, 900]);
  });

  test('a price that the page never showed', async () => {
    const shop = await openShop();
    const reward = await shelve(shop);
    const memberId = await memberWith(shop, 1_000);
    for (const forged of [{ pointsEach: 1 }, { priceVersion: 99, pointsEach: 1 }]) {
      expect(await redeem({ ctx: shop.member(memberId), input: press(reward, forged) })).toEqual({
        ok: false,
        refusal: { code: 'price_changed', priceVersion: 1, pointsEach: 500 },
      });
    }
    expect(await pointsOf(shop, memberId)).toBe(1_000);
  });
});
