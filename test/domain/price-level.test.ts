import { describe, expect, test } from 'vitest';
import {
  cashForMissing,
  levelForMargin,
  levelOfReward,
  pointsPerMajor,
  suggestedPoints,
} from '../../src/domain/price-level.ts';

const level = (points: number) => ({ numerator: points, denominator: 1 });
const yuan = (amount: number) => ({ currency: 'CNY', marketPriceMinor: amount * 100 });

describe('the level that a margin carries', () => {
  const clothing = { issuedPerHundred: 174, redeemedPercent: 60 };
  test.each([
    [100, 5],
    [73, 5],
    [72, 10],
    [57, 10],
    [56, 20],
    [40, 20],
    [39, 40],
    [25, 40],
    [24, 100],
    [12, 100],
    [11, null],
    [0, null],
  ])('1.74 points for ¥1 and 60%% redeemed, at a margin of %i%%: %s', (marginPercent, expected) => {
    expect(levelForMargin({ ...clothing, marginPercent })).toBe(expected);
  });

  test('a template’s own level is used unless the margin cannot carry it', () => {
    expect(levelForMargin({ ...clothing, marginPercent: 90 }, 10)).toBe(10);
    expect(levelForMargin({ ...clothing, marginPercent: 58 }, 10)).toBe(10);
    expect(levelForMargin({ ...clothing, marginPercent: 30 }, 10)).toBe(40);
  });
});

describe('suggested points', () => {
  test.each([
    [52, 10, 520],
    [199, 10, 1900],
    [529, 10, 5200],
    [9, 10, 90],
    [20, 5, 100],
    [5, 100, 500],
    [0, 10, 0],
  ])('¥%i at level %i: %i, down to two significant digits', (amount, points, expected) => {
    expect(suggestedPoints(yuan(amount), level(points))).toBe(expected);
  });

  test('a coupon that asks for a minimum spend is worth two thirds of its face', () => {
    expect(suggestedPoints({ ...yuan(30), hasMinimumSpend: true }, level(10))).toBe(200);
    expect(suggestedPoints({ ...yuan(100), hasMinimumSpend: true }, level(5))).toBe(330);
  });

  test('nothing that has a price is free, and cents count', () => {
    expect(suggestedPoints({ currency: 'CNY', marketPriceMinor: 5 }, level(10))).toBe(1);
    expect(suggestedPoints({ currency: 'CNY', marketPriceMinor: 1990 }, level(10))).toBe(190);
    expect(suggestedPoints({ currency: 'JPY', marketPriceMinor: 1040 }, pointsPerMajor(10, level(20)))).toBe(
      520,
    );
  });

  test('a shop at level 5 asks 10 for what it buys itself; others ask their own level', () => {
    expect([levelOfReward(5, true), levelOfReward(5, false), levelOfReward(20, true)]).toEqual([10, 5, 20]);
  });
});

describe('cash for missing points', () => {
  const watch = yuan(529);
  test.each([
    [3000, 30_000],
    [1667, 16_670],
    [1, 10],
    [0, 0],
  ])('%i points of the watch, at level 10: %i fen', (missing, expected) => {
    expect(cashForMissing(missing, watch, level(10))).toBe(expected);
  });

  test('is floored in the member’s favour and never above the market price', () => {
    expect(cashForMissing(100, watch, { numerator: 30, denominator: 1 })).toBe(333);
    expect(cashForMissing(9000, watch, level(10))).toBe(52_900);
    expect(cashForMissing(7, { currency: 'JPY', marketPriceMinor: 5000 }, level(2))).toBe(3);
  });
});
