import { describe, expect, test } from 'vitest';
import { typedAmount } from '../../src/domain/money.ts';
import {
  EMPTY_REWARD,
  makesDearer,
  readReward,
  rewardFormOf,
  rewardStepsFor,
  unitsAfter,
} from '../../web/console/catalogue/model.ts';
import { rewards } from './fixture-data.ts';

const draft = rewards[0]?.draft;
if (draft === undefined) throw new Error('the fixture has no reward');

describe('the fields of a reward', () => {
  test('read back as the draft that filled them', () => {
    const { pictureUrl: _, startsAt: __, endsAt: ___, mix: ____, ...shown } = draft;
    expect(readReward(rewardFormOf(draft, 'CNY'), 'CNY')).toEqual({ changes: shown, wrong: [] });
  });

  test('need a name in some language, and nothing else for a draft', () => {
    expect(readReward(EMPTY_REWARD, 'CNY').wrong).toEqual(['name']);
    const named = { ...EMPTY_REWARD, names: { ...EMPTY_REWARD.names, en: ' Scarf ' } };
    expect(readReward(named, 'CNY').changes).toEqual({
      names: { en: 'Scarf' },
      descriptions: {},
      pointsEach: null,
      marketPriceMinor: null,
      costMinor: null,
      limitPerMember: null,
      units: 0,
    });
  });

  test('name every fault at once', () => {
    const form = { ...EMPTY_REWARD, points: '0', marketPrice: '1.234', cost: 'x', units: '-1', limit: '0' };
    expect(readReward(form, 'CNY').wrong).toEqual([
      'name',
      'points',
      'marketPrice',
      'cost',
      'units',
      'limit',
    ]);
  });

  test('count no units where there is no limit', () => {
    const form = {
      ...EMPTY_REWARD,
      names: { ...EMPTY_REWARD.names, en: 'Coupon' },
      unlimited: true,
      units: 'x',
    };
    expect(readReward(form, 'CNY').changes?.units).toBeNull();
  });
});

test.each([
  [5200, 'CNY', '52'],
  [5250, 'CNY', '52.50'],
  [5, 'CNY', '0.05'],
  [1200, 'JPY', '1200'],
  [1234, 'KWD', '1.234'],
  [0, 'CNY', '0'],
] as const)('%s minor units of %s are typed as “%s”', (amountMinor, currency, text) => {
  expect(typedAmount(amountMinor, currency)).toBe(text);
});

test.each([
  ['draft', true, ['publish', 'archive']],
  ['live', true, ['publish', 'stop']],
  ['live', false, ['stop']],
  ['stopped', false, ['resume', 'archive']],
  ['archived', false, []],
] as const)('a %s reward with unpublished changes %s can %s', (state, hasUnpublishedChanges, steps) => {
  expect(rewardStepsFor({ state, hasUnpublishedChanges })).toEqual(steps);
});

test('only a higher price than the one members see makes it dearer', () => {
  const published = rewards[0]?.published ?? null;
  expect([
    makesDearer({ published }, 501),
    makesDearer({ published }, 500),
    makesDearer({ published }, null),
    makesDearer({ published: null }, 501),
  ]).toEqual([true, false, false, false]);
});

test('units can be taken away down to none', () => {
  expect([unitsAfter(3, 20), unitsAfter(3, -3), unitsAfter(3, -4), unitsAfter(3, 0)]).toEqual([
    23,
    0,
    null,
    null,
  ]);
});
