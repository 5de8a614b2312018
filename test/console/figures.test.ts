import { describe, expect, test } from 'vitest';
import { pointsWorth } from '../../src/domain/points-worth.ts';
import { adviceOf, type Facts } from '../../web/console/home/advice.ts';
import {
  barsOf,
  figureCards,
  isBlank,
  periodsOf,
  roundUp,
  scaleOf,
  sparkPoints,
} from '../../web/console/home/figures-model.ts';
import { SAMPLE } from '../../web/console/home/sample.ts';
import { figures } from './fixture-home.ts';

const told = (cards: ReturnType<typeof figureCards>) => cards.map(({ daily: _, ...card }) => card);

describe('figures on Home', () => {
  test('are shares beside what they are shares of, and changes of shares are percentage points', () => {
    expect(told(figureCards(figures, null))).toEqual([
      {
        ...{ name: 'repeat', unit: 'percent', value: 24, before: 20, count: null, grown: null },
        ...{ change: { by: 4, in: 'points' }, of: { part: 24, whole: 100 } },
      },
      {
        ...{ name: 'active', unit: 'people', value: 109, before: 88, count: null, grown: null },
        ...{ change: { by: 24, in: 'percent' }, of: null },
      },
      {
        ...{ name: 'redemption', unit: 'percent', value: 35, before: 26.9, count: null, grown: null },
        ...{ change: { by: 8.1, in: 'points' }, of: { part: 13_910, whole: 39_744 } },
      },
      {
        ...{
          name: 'joined',
          unit: 'people',
          value: 12,
          before: 15,
          count: null,
          grown: { members: 128, were: 116 },
        },
        ...{ change: { by: -20, in: 'percent' }, of: null },
      },
      {
        ...{ name: 'sales', unit: 'money', value: 3_974_400, before: 3_456_000, count: 310, grown: null },
        ...{ change: { by: 15, in: 'percent' }, of: null },
      },
    ]);
  });

  test('are plain counts in a shop of fewer than twenty members, and compared with nothing where nothing was', () => {
    const few = {
      ...figures,
      ...{ members: 19, repeat: { ...figures.repeat, before: null } },
      redemption: { ...figures.redemption, before: { issuedPoints: 100, redeemedPoints: 0 } },
    };
    const [repeat, , redemption] = figureCards(few, null);
    expect(
      [repeat, redemption].map((card) => card && [card.unit, card.value, card.before, card.change]),
    ).toEqual([
      ['people', 24, null, null],
      ['points', 13_910, 0, null],
    ]);
    const none = { ...figures, repeat: { now: { buyers: 0, repeatBuyers: 0 }, before: null, daily: [] } };
    expect(figureCards(none, null)[0]?.value).toBeNull();
  });

  test.each([
    [null, 'repeat'],
    ['return', 'repeat'],
    ['active', 'active'],
    ['grow', 'joined'],
  ] as const)('for the goal %s begin with %s', (goal, first) => {
    const cards = figureCards(figures, goal);
    expect([cards[0]?.name, cards.length, cards.at(-1)?.name]).toEqual([first, 5, 'sales']);
  });

  test('offer the days around the opening only where both sides of it are known', () => {
    expect([periodsOf(undefined), periodsOf(figures)]).toEqual([
      ['7', '30', '90'],
      ['7', '30', '90', 'opening'],
    ]);
  });

  test('give way to a sample only in a shop where nothing has happened; the sample is none itself', () => {
    const nothing = { now: 0, before: null, daily: [] };
    const blank = {
      ...{ ...figures, members: 1, active: nothing },
      ...{ sales: { now: { amountMinor: 0, purchases: 0 }, before: null, daily: [] } },
      ...{ redemption: { now: { issuedPoints: 0, redeemedPoints: 0 }, before: null, daily: [] } },
    };
    expect([isBlank(blank), isBlank({ ...blank, members: 2 }), isBlank(figures), isBlank(SAMPLE)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('points in and out', () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, place) => ({
      day: new Date(Date.UTC(2026, 0, 1 + place)).toISOString().slice(0, 10),
      ...{ issuedPoints: place + 1, redeemedPoints: 1, expiredPoints: 0 },
    }));

  test('are a bar a day up to a month, and a bar a week beyond, the oldest of which may be short', () => {
    expect(barsOf(days(30))).toHaveLength(30);
    const weeks = barsOf(days(90));
    expect([weeks.length, weeks[0], weeks.at(-1)]).toEqual([
      13,
      { fromDay: '2026-01-01', toDay: '2026-01-06', issuedPoints: 21, redeemedPoints: 6, expiredPoints: 0 },
      { fromDay: '2026-03-25', toDay: '2026-03-31', issuedPoints: 609, redeemedPoints: 7, expiredPoints: 0 },
    ]);
    const sum = (bars: { issuedPoints: number }[]) => bars.reduce((all, bar) => all + bar.issuedPoints, 0);
    expect(sum(weeks)).toBe(sum(days(90)));
  });

  test('have a round top, and a line of equal values lies in the middle', () => {
    expect([0, 3, 10, 480, 501].map(roundUp)).toEqual([1, 5, 10, 500, 1_000]);
    expect(sparkPoints([2, 2, 2], { width: 10, height: 8 }).map(({ y }) => y)).toEqual([4, 4, 4]);
    expect(sparkPoints([0, 0], { width: 10, height: 8 }).map(({ y }) => y)).toEqual([8, 8]);
    expect(sparkPoints([0, 4], { width: 10, height: 8 })).toEqual([
      { x: 0, y: 8 },
      { x: 10, y: 0 },
    ]);
  });
});

test('what members hold is worth its price level, and costs the share that is redeemed of what wares cost', () => {
  const clothing = { industry: 'clothing', currency: 'CNY', locale: 'zh-CN' } as const;
  const worth = (marginPercent: number | null, points = 48_210) =>
    pointsWorth({ points, marginPercent, shop: clothing });
  expect([worth(null), worth(20), worth(null, -60)]).toEqual([
    {
      ...{ worthMinor: 482_100, costMinor: 121_489, pointsPerMajor: 10 },
      ...{ redeemedPercent: 60, marginPercent: 58 },
    },
    expect.objectContaining({ marginPercent: 20, pointsPerMajor: 100 }),
    expect.objectContaining({ worthMinor: 0, costMinor: 0 }),
  ]);
});

describe('advice', () => {
  const nowMs = Date.UTC(2026, 10, 22);
  const hours = (count: number) => nowMs - count * 3_600_000;
  const calm: Facts = {
    nowMs,
    oldestToShipMs: hours(48),
    nearlyGone: 0,
    cheapestPoints: 228,
    newestRewardMs: hours(30 * 24),
    earning: { signUpBonus: 100, baseRate: { numerator: 1, denominator: 1 } },
    averageOrder: 128,
  };

  test('says nothing where nothing is to be said, or too little is known', () => {
    const unknown = { oldestToShipMs: null, cheapestPoints: null, newestRewardMs: null };
    expect([adviceOf(calm), adviceOf({ ...calm, ...unknown, earning: null, averageOrder: null })]).toEqual([
      [],
      [],
    ]);
  });

  test('names what is so, and at most two things, what waits for members first', () => {
    const one = (given: Partial<Facts>) => adviceOf({ ...calm, ...given });
    const far = { about: 'first_reward_too_far', cheapestPoints: 229, firstPoints: 228 };
    expect([
      one({ oldestToShipMs: hours(49) }),
      one({ nearlyGone: 2 }),
      one({ cheapestPoints: 229 }),
      one({ newestRewardMs: hours(31 * 24) }),
      one({ oldestToShipMs: hours(49), cheapestPoints: 229, newestRewardMs: hours(31 * 24) }),
    ]).toEqual([
      [{ about: 'slow_to_ship', hours: 49 }],
      [{ about: 'running_out', count: 2 }],
      [far],
      [{ about: 'stale_shelf', days: 31 }],
      [{ about: 'slow_to_ship', hours: 49 }, far],
    ]);
  });

  test('of points in and out have one scale, and a day that is far out of all others does not set it', () => {
    const bar = (issuedPoints: number, redeemedPoints = 0, expiredPoints = 0) => ({
      ...{ fromDay: '2026-11-01', toDay: '2026-11-01' },
      ...{ issuedPoints, redeemedPoints, expiredPoints },
    });
    expect([
      scaleOf([bar(120), bar(380)]),
      scaleOf([bar(120, 300, 60), bar(380)]),
      // The day on which the year's points end.
      scaleOf([bar(120), bar(380, 40, 9_000)]),
      scaleOf([bar(40)]),
      scaleOf([]),
    ]).toEqual([500, 500, 500, 50, 1]);
  });
});
