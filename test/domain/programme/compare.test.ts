import { describe, expect, test } from 'vitest';
import { compareProgrammes, programmeEffectiveAt, rateOf } from '../../../src/domain/programme/compare.ts';
import type { Programme } from '../../../src/domain/programme/programme.ts';

const base: Programme = {
  currency: 'CNY',
  baseRate: { numerator: 1, denominator: 1 },
  categoryRates: [{ category: 'clearance', rate: { numerator: 1, denominator: 2 } }],
  daysUntilEntry: 7,
  expiry: { kind: 'end_of_next_year' },
  clawback: 'owe',
  graceDays: 7,
  openHoldsMax: 10,
};
const half = { numerator: 1, denominator: 2 };
const double = { numerator: 2, denominator: 1 };

describe('a programme against the one before it', () => {
  const cases: [string, Partial<Programme>, 'same' | 'more_generous' | 'worse'][] = [
    ['nothing changed', {}, 'same'],
    ['the same rate written otherwise', { baseRate: { numerator: 2, denominator: 2 } }, 'same'],
    [
      'a category that repeats the base rate',
      { categoryRates: [...base.categoryRates, { category: 'new', rate: base.baseRate }] },
      'same',
    ],
    ['a higher base rate', { baseRate: double }, 'more_generous'],
    ['a lower base rate', { baseRate: half }, 'worse'],
    ['a category freed of its lower rate', { categoryRates: [] }, 'more_generous'],
    [
      'a category with a lower rate',
      { categoryRates: [...base.categoryRates, { category: 'new', rate: half }] },
      'worse',
    ],
    [
      'a higher base rate with one category lower than before',
      {
        baseRate: double,
        categoryRates: [{ category: 'clearance', rate: { numerator: 1, denominator: 3 } }],
      },
      'worse',
    ],
    ['points for coming', { visitPoints: 50 }, 'more_generous'],
    ['fewer days until entry', { daysUntilEntry: 0 }, 'more_generous'],
    ['more days until entry', { daysUntilEntry: 8 }, 'worse'],
    ['points that never expire', { expiry: { kind: 'never' } }, 'more_generous'],
    [
      '730 days, shorter for whoever earned on 1 January of a leap year',
      { expiry: { kind: 'rolling', days: 730 } },
      'worse',
    ],
    ['731 days, never shorter', { expiry: { kind: 'rolling', days: 731 } }, 'more_generous'],
    ['written off instead of owed', { clawback: 'write_off' }, 'more_generous'],
    ['a shorter grace', { graceDays: 6 }, 'worse'],
    ['fewer open holds', { openHoldsMax: 9 }, 'worse'],
    ['another currency', { currency: 'TWD' }, 'worse'],
  ];
  test.each(cases)('%s', (_name, change, expected) => {
    expect(compareProgrammes(base, { ...base, ...change })).toBe(expected);
  });

  test('rolling days shorten or lengthen by themselves', () => {
    const days = (count: number): Programme => ({ ...base, expiry: { kind: 'rolling', days: count } });
    expect(compareProgrammes(days(30), days(29))).toBe('worse');
    expect(compareProgrammes(days(30), days(31))).toBe('more_generous');
    expect(compareProgrammes(days(365), base)).toBe('more_generous');
    expect(compareProgrammes(days(366), base)).toBe('worse');
  });
});

test('a first programme and a better one bind at once, a worse one two minutes ahead, the same never', () => {
  const nowMs = 1_000_000;
  const live = { inForce: base, newest: base };
  expect(programmeEffectiveAt(null, base, nowMs)).toBe(nowMs);
  expect(programmeEffectiveAt(live, { ...base, baseRate: double }, nowMs)).toBe(nowMs);
  expect(programmeEffectiveAt(live, { ...base, baseRate: half }, nowMs)).toBe(nowMs + 120_000);
  expect(programmeEffectiveAt(live, base, nowMs)).toBeNull();
});

test('a worse programme that still waits is taken back at once by publishing the old one', () => {
  const waiting = { inForce: base, newest: { ...base, baseRate: half } };
  expect(programmeEffectiveAt(waiting, base, 1_000_000)).toBe(1_000_000);
});

test('a category without a rate of its own earns the base rate', () => {
  expect(rateOf(base, 'clearance')).toEqual(half);
  expect(rateOf(base, 'shirts')).toEqual(base.baseRate);
  expect(rateOf(base, null)).toEqual(base.baseRate);
});
