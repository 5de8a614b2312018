import { describe, expect, test } from 'vitest';
import type { PriceTerms } from '../../src/domain/catalogue/price-terms.ts';
import { earnView } from '../../src/features/mall/earn-view.ts';
import type { MallManifest, ProgrammeSummary, RewardCard } from '../../src/features/publication/manifest.ts';
import { BALANCES, frame, MIANYU_THEME, NOW_MS, POINTS_NAME } from './fixtures.ts';

const DAY_MS = 86_400_000;
const rate = (numerator: number, denominator = 1) => ({ numerator, denominator });

const programme = (change: Partial<ProgrammeSummary> = {}): ProgrammeSummary => ({
  version: 3,
  hash: '',
  effectiveAtMs: NOW_MS - DAY_MS,
  baseRate: rate(1),
  categoryRates: [],
  daysUntilEntry: 7,
  expiry: { kind: 'end_of_next_year' },
  clawback: 'owe',
  graceDays: 7,
  openHoldsMax: 10,
  ...change,
});

function card(rewardId: string, pointsEach: number, when: Partial<PriceTerms> = {}): RewardCard {
  const current = {
    priceVersion: 1,
    pointsEach,
    effectiveAtMs: 0,
    startsAtMs: null,
    endsAtMs: null,
    ...when,
  };
  return {
    rewardId,
    revision: 1,
    names: { 'zh-CN': rewardId },
    pictureUrl: null,
    marketPriceMinor: null,
    limitPerMember: null,
    state: 'live',
    current,
    next: null,
  };
}

type Given = {
  current?: ProgrammeSummary | null;
  next?: ProgrammeSummary | null;
  rewards?: RewardCard[];
  availablePoints?: number;
  currency?: string;
};

function earn({
  current = programme(),
  next = null,
  rewards = [],
  availablePoints,
  currency = 'CNY',
}: Given) {
  const manifest: MallManifest = {
    version: 1,
    publishedAtMs: 0,
    tenant: {
      tenantId: 'ten_1',
      slug: 'mianyu',
      name: '棉屿',
      locale: 'zh-CN',
      currency,
      timeZone: 'Asia/Shanghai',
      state: 'open',
      contact: { phone: null, email: null, address: null },
    },
    theme: MIANYU_THEME,
    pointsName: POINTS_NAME,
    programme: { current, next },
    payments: { online: false, counter: false },
    rewards,
  };
  const overview = {
    balances: { ...BALANCES, availablePoints: availablePoints ?? 0, pendingPoints: 0 },
    expiries: [],
    maturities: [],
    seq: 1,
    sessionGeneration: 1,
    openHolds: 0,
    frozenAtMs: null,
  };
  const member =
    availablePoints === undefined
      ? ({ kind: 'visitor' } as const)
      : ({ kind: 'known', memberId: 'mem_1', overview } as const);
  const { words } = frame('zh-CN', '/earn');
  return earnView(words, { manifest, bands: {}, member, redeemed: new Map(), profilePoints: null });
}

describe('the earn page', () => {
  test('tells every way with what a purchase of that kind earns, the best first', () => {
    const categoryRates = [
      { category: '换季清仓', rate: rate(1, 2) },
      { category: '礼品卡', rate: rate(0) },
      { category: '新品', rate: rate(2) },
    ];
    const { base, categories } = earn({ current: programme({ categoryRates }) });
    expect(base).toEqual({
      rate: '每消费 ¥1 得 1 积分',
      example: '消费 ¥100 → 100 积分',
      entry: '订单完成后 7 天到账。',
    });
    expect(categories.map(({ name, example, isMore }) => [name.text, example, isMore])).toEqual([
      ['新品', '消费 ¥100 → 200 积分', true],
      ['换季清仓', '消费 ¥100 → 50 积分', false],
      ['礼品卡', null, false],
    ]);
  });

  test.each([
    ['CNY', rate(1, 10), '消费 ¥100 → 10 积分'],
    ['CNY', rate(1, 1000), '消费 ¥10,000 → 10 积分'],
    ['JPY', rate(1, 100), '消费 JP¥1,000 → 10 积分'],
    ['CNY', rate(0), '消费 ¥100 → 0 积分'],
  ])('takes an amount for its example that shows something: %s at %o', (currency, baseRate, example) => {
    expect(earn({ currency, current: programme({ baseRate }) }).base?.example).toBe(example);
  });

  test('says what is on for a while, what begins soon, and when other rules begin', () => {
    const rewards = [
      card('always', 100),
      card('until', 100, { endsAtMs: NOW_MS + 3 * DAY_MS }),
      card('soon', 100, { startsAtMs: NOW_MS + DAY_MS }),
      card('far', 100, { startsAtMs: NOW_MS + 15 * DAY_MS }),
      card('over', 100, { endsAtMs: NOW_MS - 1 }),
    ];
    const { onNow, next } = earn({ rewards, next: programme({ effectiveAtMs: NOW_MS + DAY_MS }) });
    expect(onNow.map(({ rewardId }) => rewardId)).toEqual(['soon', 'until']);
    expect([onNow[0]?.when, onNow[1]?.when, next]).toEqual([
      expect.stringContaining('开始'),
      expect.stringContaining('截止兑换'),
      expect.stringMatching(/ 起$/),
    ]);
  });

  test('takes what joining gives off what a visitor has to buy', () => {
    const rewards = [card('cheap', 220)];
    const told = (signUpBonus: number) => {
      const { joinOffer, spend } = earn({ rewards, current: programme({ signUpBonus }) });
      return [joinOffer?.points ?? null, joinOffer?.reward?.text ?? null, spend];
    };
    expect(told(0)).toEqual([null, null, '¥220']);
    expect(told(100)).toEqual([100, null, '¥120']);
    expect(told(220)).toEqual([220, 'cheap', null]);
  });

  test('says what has to be bought until the first reward, or that there is one already', () => {
    const rewards = [card('dear', 1000), card('cheap', 220)];
    const told = (availablePoints: number | undefined) => {
      const given = availablePoints === undefined ? { rewards } : { rewards, availablePoints };
      const { firstReward, canRedeem, spend } = earn(given);
      return [firstReward?.rewardId ?? null, canRedeem, spend];
    };
    expect(told(undefined)).toEqual(['cheap', false, '¥220']);
    expect(told(120)).toEqual(['cheap', false, '¥100']);
    expect(told(300)).toEqual([null, true, null]);
    expect(earn({ current: null }).base).toBeNull();
  });
});
