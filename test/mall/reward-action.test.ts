import { describe, expect, test } from 'vitest';
import {
  actionInWords,
  decideRewardAction,
  type RewardSituation,
  spendForPoints,
} from '../../src/features/mall/reward-action.ts';

const nowMs = 1_000_000;
const situation = (change: Partial<RewardSituation> = {}): RewardSituation => ({
  takesCash: false,
  state: 'live',
  terms: { priceVersion: 1, pointsEach: 500, effectiveAtMs: 0, startsAtMs: null, endsAtMs: null },
  band: 'in',
  limitPerMember: null,
  redeemedUnits: 0,
  available: 1286,
  ...change,
});
const mix = { currency: 'CNY', pointsMin: 200, cashPerPoint: { numerator: 10, denominator: 1 } };
const terms = (change: Partial<RewardSituation['terms']>) => ({ ...situation().terms, ...change });

describe('what the one button does', () => {
  test.each<[string, Partial<RewardSituation>, ReturnType<typeof decideRewardAction>]>([
    ['enough points', {}, { kind: 'redeem', points: 500, leftPoints: 786 }],
    ['exactly enough', { available: 500 }, { kind: 'redeem', points: 500, leftPoints: 0 }],
    ['too few', { available: 380 }, { kind: 'short', missingPoints: 120, availablePoints: 380 }],
    ['in debt', { available: -60 }, { kind: 'short', missingPoints: 560, availablePoints: -60 }],
    ['nobody signed in', { available: 'visitor' }, { kind: 'sign_in' }],
    ['a balance that can’t be read', { available: 'unknown' }, { kind: 'unknown' }],
    ['an account that the shop froze', { available: 'frozen' }, { kind: 'frozen' }],
    [
      'enough for a part and cash for the rest',
      { takesCash: true, terms: terms({ mix }), available: 380 },
      { kind: 'redeem', points: 380, leftPoints: 0, cashMinor: 1_200 },
    ],
    [
      'enough for all where cash could be paid',
      { takesCash: true, terms: terms({ mix }) },
      { kind: 'redeem', points: 500, leftPoints: 786 },
    ],
    [
      'too few even beside cash',
      { takesCash: true, terms: terms({ mix }), available: 150 },
      { kind: 'short', missingPoints: 50, availablePoints: 150 },
    ],
    [
      'cash that the shop cannot take now',
      { terms: terms({ mix }), available: 380 },
      { kind: 'short', missingPoints: 120, availablePoints: 380 },
    ],
    ['few left', { band: 8 }, { kind: 'redeem', points: 500, leftPoints: 786 }],
    ['none left', { band: 'out', available: 'visitor' }, { kind: 'sold_out' }],
    [
      'had the limit',
      { limitPerMember: 2, redeemedUnits: 2, available: 0 },
      { kind: 'limit', limit: 2, taken: 2 },
    ],
    [
      'before its time',
      { terms: terms({ startsAtMs: nowMs + 1 }) },
      { kind: 'not_started', startsAtMs: nowMs + 1 },
    ],
    [
      'from its time on',
      { terms: terms({ startsAtMs: nowMs }) },
      { kind: 'redeem', points: 500, leftPoints: 786 },
    ],
    [
      'after its time',
      { terms: terms({ endsAtMs: nowMs }), band: 'out' },
      { kind: 'ended', endedAtMs: nowMs },
    ],
    ['stopped', { state: 'stopped', terms: terms({ endsAtMs: 0 }) }, { kind: 'stopped' }],
  ])('%s', (_name, change, expected) => {
    expect(decideRewardAction(situation(change), nowMs)).toEqual(expected);
  });
});

test('missing points are told as the least purchase that earns them', () => {
  const spend = (points: number, numerator: number, denominator: number, minorPerMajor = 100) =>
    spendForPoints(points, { numerator, denominator }, minorPerMajor);
  expect([spend(120, 1, 1), spend(120, 1, 2), spend(10, 3, 1), spend(1, 0, 1), spend(7, 1, 1, 1)]).toEqual([
    12_000,
    24_000,
    400,
    null,
    7,
  ]);
  const short = { kind: 'short', missingPoints: 120, availablePoints: 380 } as const;
  const words = { pendingPoints: 0, spend: (points: number) => `¥${points}`, money: String };
  expect(actionInWords(short, words)).toEqual({ ...short, pendingPoints: 0, spend: '¥120' });
  const waiting = (pendingPoints: number) => actionInWords(short, { ...words, pendingPoints });
  expect([waiting(100), waiting(120)]).toEqual([
    { ...short, pendingPoints: 100, spend: '¥20' },
    { ...short, pendingPoints: 120, spend: null },
  ]);
});
