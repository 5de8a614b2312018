import { describe, expect, test } from 'vitest';
import { figuresOf, percentOf, type Told, type ToldDay } from '../../../src/domain/figures/figures.ts';
import { type Period, periodOf } from '../../../src/domain/figures/period.ts';

const SHOP = { today: '2026-03-02', openedDay: '2026-01-15' };
const week = periodOf('7', SHOP) as Period;

const QUIET: Omit<ToldDay, 'day'> = {
  active: 0,
  firstActive: 0,
  buyers: 0,
  firstBuyers: 0,
  secondBuyers: 0,
  purchases: 0,
  spentMinor: 0,
  issuedPoints: 0,
  redeemedPoints: 0,
  expiredPoints: 0,
};
const on = (day: string, given: Partial<ToldDay>): ToldDay => ({ ...QUIET, ...given, day });
const told = (given: Partial<Told>): Told => ({
  ...{ days: [], joined: [], firstDay: '2025-01-01' },
  ...given,
});

describe('a period', () => {
  test('ends with today and lies behind as many days, over the ends of months and leap years', () => {
    expect(week).toEqual({
      days: 7,
      fromDay: '2026-02-24',
      toDay: '2026-03-02',
      beforeFromDay: '2026-02-17',
      beforeToDay: '2026-02-23',
    });
    expect(periodOf('30', { today: '2024-03-01', openedDay: null })?.fromDay).toBe('2024-02-01');
  });

  test('around the opening is thirty days from it and thirty before, once they are over', () => {
    expect([periodOf('opening', SHOP), periodOf('opening', { ...SHOP, today: '2026-02-13' })]).toEqual([
      {
        days: 30,
        fromDay: '2026-01-15',
        toDay: '2026-02-13',
        beforeFromDay: '2025-12-16',
        beforeToDay: '2026-01-14',
      },
      null,
    ]);
    expect(periodOf('opening', { ...SHOP, openedDay: null })).toBeNull();
  });
});

describe('figures', () => {
  test('tell the period and the one before apart, day by day, with nothing on the days that have nothing', () => {
    const days = [
      on('2026-02-16', { spentMinor: 99_900, issuedPoints: 999, active: 9, firstActive: 9 }),
      on('2026-02-17', {
        ...{ purchases: 1, spentMinor: 10_000, issuedPoints: 100, redeemedPoints: 20 },
        ...{ active: 1, firstActive: 1, buyers: 1, firstBuyers: 1 },
      }),
      on('2026-02-24', {
        ...{ purchases: 2, spentMinor: 15_000, issuedPoints: 150 },
        ...{ active: 2, firstActive: 2, buyers: 2, firstBuyers: 2 },
      }),
      on('2026-03-02', {
        purchases: 1,
        spentMinor: 5_000,
        redeemedPoints: 75,
        ...{ active: 2, firstActive: 1, buyers: 1, secondBuyers: 1 },
        expiredPoints: 5,
      }),
    ];
    const joined = [
      { day: '2026-02-18', members: 4 },
      { day: '2026-03-01', members: 5 },
    ];
    expect(figuresOf(told({ days, joined }), week)).toEqual({
      repeat: {
        now: { buyers: 2, repeatBuyers: 1 },
        before: { buyers: 1, repeatBuyers: 0 },
        daily: [0, 0, 0, 0, 0, 0, 1],
      },
      active: { now: 3, before: 1, daily: [2, 0, 0, 0, 0, 0, 2] },
      redemption: {
        now: { issuedPoints: 150, redeemedPoints: 75 },
        before: { issuedPoints: 100, redeemedPoints: 20 },
        daily: [0, 0, 0, 0, 0, 0, 75],
      },
      joined: { now: 5, before: 4, daily: [0, 0, 0, 0, 0, 5, 0] },
      sales: {
        now: { amountMinor: 20_000, purchases: 3 },
        before: { amountMinor: 10_000, purchases: 1 },
        daily: [15_000, 0, 0, 0, 0, 0, 5_000],
      },
      days: [
        { day: '2026-02-24', issuedPoints: 150, redeemedPoints: 0, expiredPoints: 0 },
        ...['25', '26', '27', '28'].map((day) => ({
          ...{ day: `2026-02-${day}`, issuedPoints: 0, redeemedPoints: 0, expiredPoints: 0 },
        })),
        { day: '2026-03-01', issuedPoints: 0, redeemedPoints: 0, expiredPoints: 0 },
        { day: '2026-03-02', issuedPoints: 0, redeemedPoints: 75, expiredPoints: 5 },
      ],
    });
  });

  test('say nothing of a period before that is not known as a whole, nor of a shop without any day', () => {
    const beforeOf = ({ repeat, active, redemption, joined, sales }: ReturnType<typeof figuresOf>) =>
      [repeat, active, redemption, joined, sales].map((figure) => figure.before);
    expect(beforeOf(figuresOf(told({ firstDay: '2026-02-18' }), week))).toEqual(Array(5).fill(null));
    expect(beforeOf(figuresOf(told({ firstDay: null }), week))).toEqual(Array(5).fill(null));
    expect(beforeOf(figuresOf(told({ firstDay: '2026-02-17' }), week))).not.toContain(null);
  });

  test('a share is of one decimal, and of nothing there is none', () => {
    expect([percentOf(24, 100), percentOf(1, 3), percentOf(0, 5), percentOf(0, 0)]).toEqual([
      24,
      33.3,
      0,
      null,
    ]);
  });
});
