import { expect, test } from 'vitest';
import { stockLevelOf, tabOfReward } from '../../web/console/catalogue/model.ts';
import { orderPointsOf, ordersFor, suggestionFor } from '../../web/console/catalogue/suggestion.ts';

const stock = (availableUnits: number, unlimited = false) => ({
  unlimited,
  stockedUnits: 80,
  availableUnits,
  reservedUnits: 0,
  takenUnits: 80 - availableUnits,
});
const SHOP = { currency: 'CNY', pointsPerMajor: { numerator: 10, denominator: 1 } };

test('a reward stands under what there is to do about it', () => {
  const tabs = [
    { state: 'live', stock: stock(3) },
    { state: 'live', stock: stock(0) },
    { state: 'live', stock: stock(0, true) },
    { state: 'draft', stock: null },
    { state: 'stopped', stock: stock(0) },
    { state: 'archived', stock: null },
  ] as const;
  expect(tabs.map(tabOfReward)).toEqual(['live', 'soldOut', 'live', 'draft', 'off', 'off']);
});

test('a bar shows what is left of what was stocked, and none where nothing is counted', () => {
  expect(
    [stock(80), stock(20), stock(0), stock(9, true), null].map((each) => stockLevelOf({ stock: each })),
  ).toEqual([
    { percent: 100, few: false },
    { percent: 25, few: true },
    { percent: 0, few: true },
    null,
    null,
  ]);
});

test.each([
  [{ kind: 'goods', marketPrice: '52', face: '', minimum: '' }, 520],
  [{ kind: 'goods', marketPrice: '199', face: '', minimum: '' }, 1_900],
  [{ kind: 'coupon', marketPrice: '', face: '30', minimum: '150' }, 200],
  [{ kind: 'coupon', marketPrice: '', face: '10', minimum: '' }, 100],
  [{ kind: 'goods', marketPrice: '', face: '', minimum: '' }, null],
  [{ kind: 'goods', marketPrice: 'dear', face: '', minimum: '' }, null],
] as const)('for %o %s points are suggested', (form, points) => {
  expect(suggestionFor(form, SHOP)).toBe(points);
});

test('points are said in average orders, at least one', () => {
  const orderPoints = orderPointsOf(12_800, 'CNY', { numerator: 1, denominator: 1 });
  expect(orderPoints).toBe(128);
  expect([520, 40, 0, null].map((points) => ordersFor(points, { orderPoints }))).toEqual([4, 1, null, null]);
  expect(ordersFor(520, { orderPoints: 0 })).toBeNull();
});
