import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOffered } from '../../../src/domain/catalogue/cash-mix.ts';
import { choicesFor, choosePrice } from '../../../src/domain/catalogue/choose-points.ts';

/** 5,000 points, or 2,000 and ¥300.00. */
const WATCH = {
  pointsEach: 5_000,
  mix: { currency: 'USD', pointsMin: 2_000, cashPerPoint: { numerator: 10, denominator: 1 } },
};

describe('what a member can choose from', () => {
  test.each([
    [6_000, { fullPoints: 5_000, mixed: { pointsMin: 2_000, pointsMax: 4_995 } }],
    [3_000, { fullPoints: null, mixed: { pointsMin: 2_000, pointsMax: 3_000 } }],
    [1_999, null],
  ])('with %d points', (available, choices) => {
    expect(choicesFor(WATCH, available)).toEqual(choices);
  });

  test('is points alone where no cash is taken', () => {
    expect(choicesFor({ pointsEach: 500 }, 500)).toEqual({ fullPoints: 500, mixed: null });
  });
});

describe('the price nearest to the wish', () => {
  test.each([
    ['as few cash as she can without a wish', 6_000, null, [5_000, 0]],
    ['all her points without a wish', 3_000, null, [3_000, 20_000]],
    ['exactly what was asked', 6_000, { points: 3_333 }, [3_333, 16_670]],
    ['the least points below them', 6_000, { points: 1 }, [2_000, 30_000]],
    ['no more points than she has', 3_000, { points: 4_000 }, [3_000, 20_000]],
    ['points alone above the last chargeable sum', 6_000, { points: 4_999 }, [5_000, 0]],
    ['the last chargeable sum where it is nearer', 6_000, { points: 4_996 }, [4_995, 50]],
    ['no more cash than asked', 6_000, { cashMinor: 16_675 }, [3_333, 16_670]],
    ['points alone for no cash', 6_000, { cashMinor: 0 }, [5_000, 0]],
    ['the most cash there is', 6_000, { cashMinor: 99_999 }, [2_000, 30_000]],
    ['her last point where less cash was asked', 3_000, { cashMinor: 1 }, [3_000, 20_000]],
  ] as const)('is %s', (_, available, wanted, [pointsEach, cashEachMinor]) => {
    expect(choosePrice(WATCH, available, wanted)).toEqual({ pointsEach, cashEachMinor });
  });

  test('is always offered and never more points than she has', () => {
    const wishes = fc.oneof(
      fc.constant(null),
      fc.integer({ min: -10, max: 9_000 }).map((points) => ({ points })),
      fc.integer({ min: -10, max: 90_000 }).map((cashMinor) => ({ cashMinor })),
    );
    fc.assert(
      fc.property(fc.integer({ min: 2_000, max: 9_000 }), wishes, (available, wanted) => {
        const chosen = choosePrice(WATCH, available, wanted);
        expect(chosen !== null && isOffered(WATCH, chosen)).toBe(true);
        expect(chosen?.pointsEach).toBeLessThanOrEqual(available);
      }),
    );
  });
});
