import { describe, expect, test } from 'vitest';
import { typedAmount } from '../../src/domain/money.ts';
import type { Reward } from '../../web/console/catalogue/api.ts';
import {
  EMPTY_REWARD,
  publishEffect,
  readReward,
  rewardFormOf,
  rewardStepsFor,
  shelfPhase,
  termsInForce,
  unitsAfter,
} from '../../web/console/catalogue/model.ts';
import { rewards, shop } from './fixture-data.ts';

const [live] = rewards;
if (!live?.published) throw new Error('the fixture has no live reward');
const untimed = { startsAt: null, endsAt: null };
const draft = { ...live.draft, ...untimed };
const published = { ...live.published, current: { ...live.published.current, ...untimed } };

describe('the fields of a reward', () => {
  test('read back as the draft that filled them', () => {
    const timed = { ...draft, startsAt: '2026-12-31T16:00:00.000Z', endsAt: '2027-01-15T03:59:59.000Z' };
    const { pictureUrl: _, ...shown } = timed;
    expect(readReward(rewardFormOf(timed, shop), shop)).toEqual({ changes: shown, wrong: [] });
  });

  test('have times of the shop’s own zone', () => {
    const form = { ...rewardFormOf(draft, shop), startsAt: '2026-12-31T20:00', endsAt: '' };
    expect(readReward(form, shop).changes).toMatchObject({
      startsAt: '2026-12-31T12:00:00.000Z',
      endsAt: null,
    });
    expect(readReward(form, { ...shop, timeZone: 'America/New_York' }).changes?.startsAt).toBe(
      '2027-01-01T01:00:00.000Z',
    );
  });

  test.each([
    ['2026-12-31T20:00', '2026-12-31T20:00', ['endsAt']],
    ['2026-12-31T20:00', '2026-12-31T19:59', ['endsAt']],
    ['2026-12-31T20:00', '2026-12-31T20:01', []],
    ['2026-12-31', '', ['startsAt']],
    ['', 'soon', ['endsAt']],
  ])('from %s until %s: wrong is %o', (startsAt, endsAt, wrong) => {
    expect(readReward({ ...rewardFormOf(draft, shop), startsAt, endsAt }, shop).wrong).toEqual(wrong);
  });

  test.each([
    ['points', '1,000,000,000', []],
    ['points', '1000000001', ['points']],
    ['limit', '1001', ['limit']],
    ['units', '10000001', ['units']],
    ['marketPrice', '1000000000', []],
    ['marketPrice', '1000000000.01', ['marketPrice']],
    ['cost', '9999999999999', ['cost']],
  ])('refuse what the server would: %s %s', (field, typed, wrong) => {
    const form = { ...rewardFormOf(draft, shop), unlimited: false, [field]: typed };
    expect(readReward(form, shop).wrong).toEqual(wrong);
  });

  test('need a name in some language, and nothing else for a draft', () => {
    expect(readReward(EMPTY_REWARD, shop).wrong).toEqual(['name']);
    const named = { ...EMPTY_REWARD, names: { ...EMPTY_REWARD.names, en: ' Scarf ' } };
    expect(readReward(named, shop).changes).toEqual({
      names: { en: 'Scarf' },
      descriptions: {},
      pointsEach: null,
      marketPriceMinor: null,
      costMinor: null,
      mix: null,
      limitPerMember: null,
      startsAt: null,
      endsAt: null,
      units: 0,
      kind: 'goods',
      coupon: null,
      validDays: null,
    });
  });

  test('need a price to be published', () => {
    const named = { ...EMPTY_REWARD, names: { ...EMPTY_REWARD.names, en: 'Scarf' } };
    expect(readReward(named, shop, 'publish').wrong).toEqual(['points']);
  });

  test('name every fault at once', () => {
    const form = { ...EMPTY_REWARD, points: '0', marketPrice: '1.234', cost: 'x', units: '-1', limit: '0' };
    expect(readReward(form, shop).wrong).toEqual(['name', 'points', 'marketPrice', 'cost', 'units', 'limit']);
  });

  test('count no units where there is no limit', () => {
    const form = {
      ...EMPTY_REWARD,
      names: { ...EMPTY_REWARD.names, en: 'Coupon' },
      unlimited: true,
      units: 'x',
    };
    expect(readReward(form, shop).changes?.units).toBeNull();
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
  ['draft', ['archive']],
  ['live', ['stop']],
  ['stopped', ['resume', 'archive']],
  ['archived', []],
] as const)('a %s reward can %s besides what the form saves and publishes', (state, steps) => {
  expect(rewardStepsFor({ state })).toEqual(steps);
});

test('a price that has taken effect is the price, and one that waits is not yet', () => {
  const next = { ...published.current, pointsEach: 800, effectiveAt: '2026-11-22T00:02:00Z' };
  const at = (time: string) => termsInForce({ ...published, next }, Date.parse(time)).pointsEach;
  expect([at('2026-11-22T00:01:59Z'), at('2026-11-22T00:02:00Z')]).toEqual([
    published.current.pointsEach,
    800,
  ]);
});

describe('publishing the draft', () => {
  const reward = (change: object, shown: Reward['published'] = published) => ({
    published: shown,
    draft: { ...draft, pointsEach: 500, ...change },
  });
  const coupon = (faceMinor: number) => {
    const voucher = { coupon: { faceMinor: 1_000, minimumSpendMinor: null }, validDays: 30 };
    const shown = { ...published, current: { ...published.current, voucher } };
    return reward({ kind: 'coupon', ...voucher, coupon: { ...voucher.coupon, faceMinor } }, shown);
  };
  const until = (endsAt: string) => ({ ...published, current: { ...published.current, endsAt } });

  test.each([
    ['dearer', reward({ pointsEach: 501 }), 'dearer'],
    ['the same price', reward({}), 'now'],
    ['without a price', reward({ pointsEach: null }), 'now'],
    ['for the first time', reward({ pointsEach: 501 }, null), 'now'],
    ['as a coupon worth less', coupon(900), 'lessWorth'],
    ['as a coupon worth more', coupon(1_100), 'now'],
    ['with an end', reward({ endsAt: '2027-01-01T00:00:00Z' }), 'shorter'],
    ['with a later start', reward({ startsAt: '2027-01-01T00:00:00Z' }), 'shorter'],
    ['with a later end', reward({ endsAt: '2027-02-01T00:00:00Z' }, until('2027-01-01T00:00:00Z')), 'now'],
    [
      'with an earlier end',
      reward({ endsAt: '2026-12-01T00:00:00Z' }, until('2027-01-01T00:00:00Z')),
      'shorter',
    ],
  ] as const)('%s takes effect as announced', (_, change, effect) => {
    expect(publishEffect(change, Date.parse('2026-11-22T00:00:00Z'))).toBe(effect);
  });
});

test.each([
  [null, null, 'always'],
  ['2027-01-01T00:00:00Z', null, 'before'],
  [null, '2027-01-01T00:00:00Z', 'until'],
  ['2026-01-01T00:00:00Z', '2026-11-22T00:00:00Z', 'after'],
  ['2026-01-01T00:00:00Z', null, 'always'],
] as const)('on 22 November a reward from %s until %s is %s', (startsAt, endsAt, phase) => {
  const nowMs = Date.parse('2026-11-22T00:00:00Z');
  expect(shelfPhase({ startsAt, endsAt }, nowMs).phase).toBe(phase);
});

test('units can be taken away down to none', () => {
  expect([unitsAfter(3, 20), unitsAfter(3, -3), unitsAfter(3, -4), unitsAfter(3, 0)]).toEqual([
    23,
    0,
    null,
    null,
  ]);
});
