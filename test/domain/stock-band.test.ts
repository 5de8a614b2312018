import { expect, test } from 'vitest';
import { stockBandOf } from '../../src/domain/stock/stock-band.ts';

test('a stock says how many are left from 20 down, that it is empty at 0, and else nothing', () => {
  const band = (availableUnits: number, unlimited = false) => stockBandOf({ unlimited, availableUnits });
  expect([21, 20, 8, 1, 0].map((units) => band(units))).toEqual(['in', 20, 8, 1, 'out']);
  expect(band(0, true)).toBe('in');
});
