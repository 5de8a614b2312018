import { expect, test } from 'vitest';
import { offersPickUp } from '../../src/domain/pick-up.ts';

test('goods can be fetched where the shop says so, and until it says anything where it has a place', () => {
  const place = '上海市徐汇区安福路 1 号';
  expect(offersPickUp({ address: null }, false)).toBe(false);
  expect(offersPickUp({ address: place }, false)).toBe(true);
  expect(offersPickUp({ address: null }, true)).toBe(true);
  expect(offersPickUp({ address: place, pickUp: false }, true)).toBe(false);
  expect(offersPickUp({ address: null, pickUp: true }, false)).toBe(true);
});
