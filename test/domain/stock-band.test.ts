import { expect, test } from 'vitest';
import { stockBandOf } from '../../src/domain/stock/stock-band.ts';

const band = (availableUnits: number, stockedUnits: number) =>
  stockBandOf({ unlimited: false, availableUnits, stockedUnits });

test('a stock says how many are left of its last quarter, from 20 down, that it is empty at 0, and else nothing', () => {
  expect([21, 20, 8, 1, 0].map((units) => band(units, 200))).toEqual(['in', 20, 8, 1, 'out']);
  expect([band(20, 80), band(20, 79)]).toEqual([20, 'in']);
});

test('the whole of a small stock is not the last of it, but as few as the safety stock always are', () => {
  expect([band(20, 20), band(6, 6), band(5, 6), band(5, 5)]).toEqual(['in', 'in', 5, 5]);
});

test('a stock without an end says nothing', () => {
  expect(stockBandOf({ unlimited: true, availableUnits: 0, stockedUnits: 12 })).toBe('in');
});
