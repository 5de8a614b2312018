import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CashMix,
  cashFor,
  isOffered,
  isSameMix,
  isWorseMix,
  mixBounds,
} from '../../../src/domain/catalogue/cash-mix.ts';
import { chargeUnitMinor, leastChargeMinor } from '../../../src/domain/money.ts';
import { CURRENCIES } from '../../../web/console/sign-up/model.ts';

/** A watch of 5,000 points, or 2,000 and ¥300.00: ten fen for every point not paid. */
const WATCH = {
  pointsEach: 5_000,
  mix: { currency: 'CNY', pointsMin: 2_000, cashPerPoint: { numerator: 30_000, denominator: 3_000 } },
};

const mixed = (currency: string, cash: number, over: { pointsEach?: number; pointsMin?: number } = {}) => {
  const { pointsEach = 1_000, pointsMin = 400 } = over;
  const cashPerPoint = { numerator: cash, denominator: pointsEach - pointsMin };
  return { pointsEach, mix: { currency, pointsMin, cashPerPoint } };
};

describe('the cash beside the points', () => {
  test.each([
    [2_000, 30_000],
    [3_333, 16_670],
    [4_999, 10],
  ])('of the watch at %d points is %d fen', (points, cashMinor) => {
    expect(cashFor(WATCH, points)).toBe(cashMinor);
  });

  test.each([
    ['JPY', 1_000, 401, 998],
    ['KWD', 1_000, 401, 990],
    ['KWD', 1_234, 400, 1_230],
    ['USD', 1_000, 999, 1],
  ])('in %s, %d for the least points, at %d points is floored to %d', (currency, cash, points, expected) => {
    expect(cashFor(mixed(currency, cash), points)).toBe(expected);
  });
});

describe('what may be paid so', () => {
  test('ends where less cash would remain than can be charged', () => {
    expect(mixBounds(mixed('USD', 1_000))).toEqual({ pointsMin: 400, pointsMax: 970, cashMaxMinor: 1_000 });
  });

  test.each(CURRENCIES)('in %s never is a coin, for which no card is charged', (currency) => {
    const coin = chargeUnitMinor(currency);
    const price = mixed(currency, 600 * coin);
    expect(isOffered(price, { pointsEach: 999, cashEachMinor: coin })).toBe(false);
  });

  test('is nothing where even the least points leave too little to charge', () => {
    expect(mixBounds(mixed('USD', 49))).toBeNull();
  });

  test.each([
    [{ pointsEach: 5_000, cashEachMinor: 0 }, true],
    [{ pointsEach: 2_000, cashEachMinor: 30_000 }, true],
    [{ pointsEach: 3_333, cashEachMinor: 16_670 }, true],
    [{ pointsEach: 3_333, cashEachMinor: 16_669 }, false],
    [{ pointsEach: 1_999, cashEachMinor: 30_010 }, false],
    [{ pointsEach: 5_000, cashEachMinor: 1 }, false],
    [{ pointsEach: 4_999, cashEachMinor: 0 }, false],
    [{ pointsEach: 2_000.5, cashEachMinor: 29_995 }, false],
    [{ pointsEach: 5_001, cashEachMinor: 0 }, false],
  ])('%j of the watch is offered: %s', (chosen, offered) => {
    expect(isOffered(WATCH, chosen)).toBe(offered);
  });

  test('always is a sum that can be charged, and never more than the exact price', () => {
    const prices = fc.record({
      currency: fc.constantFrom('USD', 'JPY', 'KWD', 'CNY', 'HUF'),
      pointsMin: fc.integer({ min: 1, max: 5_000 }),
      more: fc.integer({ min: 1, max: 1_000_000 }),
      cash: fc.integer({ min: 1, max: 100_000_000 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(prices, ({ currency, pointsMin, more, cash, at }) => {
        const price = mixed(currency, cash, { pointsEach: pointsMin + more, pointsMin });
        const bounds = mixBounds(price);
        fc.pre(bounds !== null);
        const points = bounds.pointsMin + Math.floor(at * (bounds.pointsMax - bounds.pointsMin));
        const cashMinor = cashFor(price, points);
        expect(cashMinor).toBeGreaterThanOrEqual(leastChargeMinor(currency));
        expect(cashMinor % chargeUnitMinor(currency)).toBe(0);
        const exact = BigInt(price.pointsEach - points) * BigInt(cash);
        expect(BigInt(cashMinor) * BigInt(more) <= exact).toBe(true);
      }),
    );
  });
});

describe('a changed mix', () => {
  const { mix } = WATCH;
  const changed = (change: Partial<CashMix>): CashMix => ({ ...mix, ...change });

  test('is the same where only the fraction is written otherwise', () => {
    expect(isSameMix(mix, changed({ cashPerPoint: { numerator: 10, denominator: 1 } }))).toBe(true);
  });

  test.each([
    ['no longer offered', undefined, true],
    ['with more least points', changed({ pointsMin: 2_001 }), true],
    ['dearer by the point', changed({ cashPerPoint: { numerator: 10_001, denominator: 1_000 } }), true],
    ['in another currency', changed({ currency: 'HKD' }), true],
    ['cheaper by the point', changed({ cashPerPoint: { numerator: 9, denominator: 1 } }), false],
    ['with fewer least points', changed({ pointsMin: 1_000 }), false],
  ])('%s is worse: %s', (_, wanted, worse) => {
    expect(isWorseMix(mix, wanted)).toBe(worse);
  });
});
