import { describe, expect, test } from 'vitest';
import { copyOf } from '../../../src/domain/catalogue/copy-reward.ts';
import { leastPoints } from '../../../src/domain/catalogue/least-points.ts';
import { reachedBy } from '../../../src/domain/catalogue/reached-by.ts';
import type { PublishedReward, RewardDraft } from '../../../src/domain/catalogue/reward.ts';
import { inNewOrder } from '../../../src/domain/catalogue/shelf-order.ts';

const DRAFT: RewardDraft = {
  names: { 'zh-CN': '餐具', en: 'Tableware' },
  descriptions: {},
  pointsEach: 520,
  marketPriceMinor: 5200,
  costMinor: 2200,
  limitPerMember: null,
  startsAtMs: null,
  endsAtMs: null,
  units: 80,
  pictureKey: 'a.jpg',
};

describe('a shelf put into another order', () => {
  test('gives what was ordered the places that it held together', () => {
    expect(inNewOrder(['a', 'b', 'c', 'd'], ['d', 'b'])).toEqual(['a', 'd', 'c', 'b']);
    expect(inNewOrder(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['c', 'a', 'b']);
  });

  test('keeps every reward once, whatever ids are sent', () => {
    expect(inNewOrder(['a', 'b'], ['b', 'b', 'nobody', 'a'])).toEqual(['b', 'a']);
    expect(inNewOrder(['a', 'b'], ['nobody'])).toEqual(['a', 'b']);
  });
});

test('a copy says in each language that it is one, within the length of a name', () => {
  const { names, ...rest } = copyOf({ ...DRAFT, names: { ...DRAFT.names, 'zh-TW': '餐'.repeat(80) } });
  expect(names).toEqual({
    'zh-CN': '餐具（副本）',
    'zh-TW': `${'餐'.repeat(76)}（副本）`,
    en: 'Tableware (copy)',
  });
  expect({ ...rest, names: DRAFT.names }).toEqual(DRAFT);
});

test('whoever has reached a step is counted there and at every lower one', () => {
  const buckets = [
    { bucket: 1, count: 5 },
    { bucket: 3, count: 2 },
  ];
  expect([...reachedBy([100, 500, 900], buckets)]).toEqual([
    [100, 7],
    [500, 2],
    [900, 2],
  ]);
});

describe('the fewest points for a reward', () => {
  const cash = { nowMs: 0, takesCash: true };
  const terms = { priceVersion: 1, pointsEach: 600, effectiveAtMs: 0, startsAtMs: null, endsAtMs: null };
  const published = (over: object = {}): PublishedReward => ({
    revision: 1,
    names: DRAFT.names,
    descriptions: {},
    marketPriceMinor: null,
    limitPerMember: null,
    pictureKey: null,
    current: terms,
    next: null,
    ...over,
  });
  const mix = { currency: 'CNY', pointsMin: 200, cashPerPoint: { numerator: 10, denominator: 1 } };

  test('are what members see, with cash where some may be paid', () => {
    expect(leastPoints({ draft: DRAFT, published: published() }, cash)).toBe(600);
    expect(leastPoints({ draft: DRAFT, published: published({ current: { ...terms, mix } }) }, cash)).toBe(
      200,
    );
  });

  test('are all of them at a shop that takes no cash', () => {
    const none = { nowMs: 0, takesCash: false };
    const offers = [published({ current: { ...terms, mix } }), null];
    const draft = { ...DRAFT, mix: { currency: 'CNY', pointsMin: 200, cashMinor: 3_200 } };
    expect(offers.map((offer) => leastPoints({ draft, published: offer }, none))).toEqual([600, 520]);
  });

  test('are of the next price from its moment on', () => {
    const next = { ...terms, pointsEach: 700, effectiveAtMs: 10 };
    expect(
      [9, 10].map((nowMs) =>
        leastPoints({ draft: DRAFT, published: published({ next }) }, { ...cash, nowMs }),
      ),
    ).toEqual([600, 700]);
  });

  test('are its draft’s before it was ever published, and unknown without a price', () => {
    expect(leastPoints({ draft: DRAFT, published: null }, cash)).toBe(520);
    expect(leastPoints({ draft: { ...DRAFT, pointsEach: null }, published: null }, cash)).toBeNull();
  });
});
