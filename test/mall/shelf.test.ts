import { describe, expect, test } from 'vitest';
import { homeView } from '../../src/features/mall/home-view.ts';
import type { MemberRead } from '../../src/features/mall/read-member.ts';
import { rewardView } from '../../src/features/mall/reward-view.ts';
import { similarTiles } from '../../src/features/mall/shelf.ts';
import type { RewardCard } from '../../src/features/publication/manifest.ts';
import { BALANCES, frame, NOW_MS } from './fixtures.ts';
import { card, mall } from './published-mall.ts';

const { words } = frame('en', '/');

const member = (availablePoints: number): MemberRead => ({
  kind: 'known',
  memberId: 'mem_1',
  overview: {
    balances: { ...BALANCES, availablePoints },
    expiries: [],
    maturities: [],
    sessionGeneration: 0,
    openHolds: 0,
    frozenAtMs: null,
    seq: 1,
  },
});

const REWARDS = [
  card('tote', 560),
  card('hairties', 220),
  card('gone', 100, { state: 'stopped' }),
  card('soldout', 150),
  card('later', 120, {
    current: { priceVersion: 1, pointsEach: 120, effectiveAtMs: 0, startsAtMs: NOW_MS + 1, endsAtMs: null },
  }),
  card('dearer-soon', 300, {
    next: { priceVersion: 2, pointsEach: 400, effectiveAtMs: NOW_MS, startsAtMs: null, endsAtMs: null },
  }),
];
const BANDS = { soldout: 'out', hairties: 8 } as const;
const home = (read: MemberRead) =>
  homeView(words, { manifest: mall(REWARDS), bands: BANDS, member: read, redeemed: new Map() });
const ids = (tiles: { rewardId: string }[]) => tiles.map(({ rewardId }) => rewardId);

describe('the shelves of the home page', () => {
  test('what she can redeem now stands first, dearest first, at the price in force', () => {
    expect(ids(home(member(600)).affordable)).toEqual(['tote', 'dearer-soon', 'hairties']);
    expect(home(member(600)).affordable[1]?.points).toBe(400);
    expect(ids(home(member(399)).affordable)).toEqual(['hairties']);
  });

  test('with nothing in reach it shows what is at most a quarter away, and the nearest first', () => {
    const view = home(member(170));
    expect(view.affordable).toEqual([]);
    expect(view.almost.map(({ reward, gapPoints }) => [reward.rewardId, gapPoints])).toEqual([
      ['hairties', 50],
    ]);
    expect(view.firstReward?.rewardId).toBe('hairties');
    expect(home(member(100)).almost).toEqual([]);
  });

  test('what she can have at once with cash beside her points is on the shelf, not "192 more"', () => {
    const mixed = card('lamp', 500, {
      current: {
        priceVersion: 1,
        pointsEach: 500,
        effectiveAtMs: 0,
        startsAtMs: null,
        endsAtMs: null,
        mix: { currency: 'CNY', pointsMin: 300, cashPerPoint: { numerator: 10, denominator: 1 } },
      },
    });
    const seen = (counter: boolean, points: number) => {
      const manifest = mall([mixed, card('tote', 560)], { payments: { online: false, counter } });
      const view = homeView(words, { manifest, bands: {}, member: member(points), redeemed: new Map() });
      return [ids(view.affordable), view.firstReward?.rewardId ?? null, view.almost[0]?.gapPoints ?? null];
    };
    expect(seen(true, 308)).toEqual([['lamp'], null, null]);
    expect(seen(false, 308)).toEqual([[], 'lamp', null]);
    expect(seen(true, 290)).toEqual([[], 'lamp', 10]);
  });

  test('a visitor and an unknown balance see every reward and no shelf made of guesses', () => {
    for (const kind of ['visitor', 'unknown'] as const) {
      const view = home({ kind });
      expect([view.member.kind, view.affordable, view.almost]).toEqual([kind, [], []]);
      expect(ids(view.rewards)).toEqual(['tote', 'hairties', 'soldout', 'later', 'dearer-soon']);
    }
  });

  test('each tile has at most one badge, the one that matters most', () => {
    const badges = home({ kind: 'visitor' }).rewards.map(({ badge }) => badge?.kind ?? null);
    expect(badges).toEqual([null, 'low', 'sold_out', 'not_started', null]);
  });

  test('a name that is missing in the reader’s language keeps the shop’s, and says so', () => {
    expect(home({ kind: 'visitor' }).rewards[0]?.name).toEqual({ text: 'tote', lang: 'zh-CN' });
  });
});

test('similar rewards lie within 30% of the price, nearest first, without itself', () => {
  const rewards = [card('a', 100), card('b', 131), card('c', 130), card('d', 70), card('e', 95)];
  const [self] = rewards;
  expect(self && ids(similarTiles(words, mall(rewards), {}, self))).toEqual(['e', 'c', 'd']);
});

describe('the page of a reward with a time', () => {
  const terms = { priceVersion: 1, pointsEach: 500, effectiveAtMs: 0, startsAtMs: null, endsAtMs: null };
  const view = (change: Partial<RewardCard>) =>
    rewardView(words, {
      manifest: mall([]),
      page: { ...card('tote', 500, change), descriptions: {} },
      bands: {},
      member: member(600),
      redeemedUnits: 0,
      own: null,
      draftKey: '',
    });
  const times = (change: Partial<RewardCard>) => {
    const { action, untilMs, next } = view(change);
    return { action: action.kind, untilMs, next };
  };

  test('says until when it can be redeemed, as long as it can', () => {
    const endingAt = (endsAtMs: number) => times({ current: { ...terms, endsAtMs } });
    expect(endingAt(NOW_MS + 1)).toEqual({ action: 'redeem', untilMs: NOW_MS + 1, next: null });
    expect(endingAt(NOW_MS)).toEqual({ action: 'ended', untilMs: null, next: null });
  });

  test('announces a price that follows, not a time alone', () => {
    const next = { ...terms, priceVersion: 2, effectiveAtMs: NOW_MS + 60_000, endsAtMs: NOW_MS + 90_000 };
    expect(times({ next }).next).toBeNull();
    expect(times({ next: { ...next, pointsEach: 600 } }).next).toEqual({
      points: 600,
      atMs: NOW_MS + 60_000,
    });
  });
});
