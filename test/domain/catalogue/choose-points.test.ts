import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOffered } from '../../../src/domain/catalogue/cash-mix.ts';
import {
  choiceBeside,
  choicesFor,
  choosePrice,
  correctionOf,
} from '../../../src/domain/catalogue/choose-points.ts';

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

describe('one step to the side', () => {
  /** 800 points, or 200 and $4.80: less than $0.50 cannot be charged, so 737 is the most beside cash. */
  const MUG = {
    pointsEach: 800,
    mix: { currency: 'USD', pointsMin: 200, cashPerPoint: { numerator: 8, denominator: 10 } },
  };

  test.each([
    ['from all points to the first sum that can be charged', 900, 800, -12, [737, 50]],
    ['by the smallest step too', 900, 800, -1, [737, 50]],
    ['from there back to all points', 900, 737, 1, [800, 0]],
    ['up to the least sum before points alone', 900, 730, 12, [737, 50]],
    ['between the ends by just so many', 900, 500, -12, [488, 249]],
    ['not beyond the least points', 900, 205, -12, [200, 480]],
    ['not beyond what she has', 600, 595, 12, [600, 160]],
    ['nowhere from points alone upwards', 900, 800, 12, [800, 0]],
    ['onto her last points below the whole price', 790, 737, 12, [737, 50]],
  ] as const)('goes %s', (_, available, from, step, [pointsEach, cashEachMinor]) => {
    expect(choiceBeside(MUG, available, from, step)).toEqual({ pointsEach, cashEachMinor });
  });

  test('always changes the price away from an end', () => {
    const steps = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.constantFrom(-1, 1));
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 1_000 }),
        fc.nat(800),
        steps,
        (available, points, [by, way]) => {
          const from = choosePrice(MUG, available, { points })?.pointsEach ?? 0;
          const choices = choicesFor(MUG, available);
          const end =
            way > 0 ? (choices?.fullPoints ?? choices?.mixed?.pointsMax) : choices?.mixed?.pointsMin;
          const to = choiceBeside(MUG, available, from, by * way)?.pointsEach ?? 0;
          expect(from === end ? to === from : (to - from) * way > 0).toBe(true);
        },
      ),
    );
  });
});

describe('a wish that is not offered', () => {
  test.each([
    ['is nothing to speak of where it is', 6_000, { points: 3_333 }, null],
    ['is nothing to speak of for cash that is', 6_000, { cashMinor: 16_670 }, null],
    [
      'is too little to charge between the last mix and points alone',
      6_000,
      { points: 4_998 },
      'least_charge',
    ],
    ['is too little to charge in cash', 6_000, { cashMinor: 49 }, 'least_charge'],
    ['is brought near below the least points', 6_000, { points: 10 }, 'nearest'],
    ['is brought near above the price', 6_000, { points: 7_000 }, 'nearest'],
    ['is brought near between two points', 6_000, { cashMinor: 16_675 }, 'nearest'],
    ['is brought near where her points do not reach the least cash', 3_000, { cashMinor: 10 }, 'nearest'],
  ] as const)('%s', (_, available, wanted, correction) => {
    const chosen = choosePrice(WATCH, available, wanted);
    if (!chosen) throw new Error('something is offered');
    expect(correctionOf(WATCH, available, wanted, chosen)).toBe(correction);
  });
});
