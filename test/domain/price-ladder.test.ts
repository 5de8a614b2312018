import { expect, test } from 'vitest';
import { ladderFaults } from '../../src/domain/price-ladder.ts';

const earning = { signUpBonus: 100, pointsPerOrder: 128 };
const rungs = (...points: number[]) => points.map((each) => ({ pointsEach: each, pointsMin: each }));

test('an empty shelf is asked nothing', () => {
  expect(ladderFaults([], earning)).toEqual([]);
});

test('a shelf that climbs in steps from the first order to a dream has no fault', () => {
  expect(ladderFaults(rungs(60, 100, 200, 500, 1500, 1920), earning)).toEqual([]);
});

test('the first reward is within the bonus and one order', () => {
  expect(ladderFaults(rungs(228, 250, 256, 700, 2000), earning)).toEqual([]);
  expect(ladderFaults(rungs(229, 250, 256, 700, 2000), earning)).toEqual([
    { code: 'first_too_far', points: 229, withinPoints: 228 },
  ]);
});

test('three rewards are within two orders and half of the shelf within four', () => {
  expect(ladderFaults(rungs(100, 256, 257, 600, 2000), earning)).toEqual([
    { code: 'few_within_two_orders', count: 2 },
  ]);
  expect(ladderFaults(rungs(100, 200, 256, 513, 900, 1500, 1600, 1920).slice(1), earning)).toEqual([
    { code: 'few_within_two_orders', count: 2 },
    { code: 'median_too_far', points: 900, withinPoints: 512 },
  ]);
});

test('what members earn without buying may stand in for orders', () => {
  const school = { signUpBonus: 50, pointsPerOrder: 50 };
  const shelf = rungs(80, 90, 100, 300, 480, 900, 1000);
  expect(ladderFaults(shelf, school, 480)).toEqual([]);
  expect(ladderFaults(shelf, school)).toEqual([{ code: 'median_too_far', points: 300, withinPoints: 200 }]);
});

test('no step is more than threefold, counted at the least points; the last may be sixfold', () => {
  const upTo = (last: number) => rungs(60, 100, 200, 500, last);
  expect(ladderFaults(upTo(3000), earning)).toEqual([]);
  expect(ladderFaults(upTo(3001), earning)).toEqual([{ code: 'step_too_high', below: 500, above: 3001 }]);
  expect(ladderFaults(rungs(60, 100, 200, 601, 2000), earning)).toEqual([
    { code: 'step_too_high', below: 200, above: 601 },
  ]);
  const mixed = [...rungs(60, 100, 200, 500), { pointsEach: 5000, pointsMin: 2000 }];
  expect(ladderFaults(mixed, earning)).toEqual([]);
});

test('the dearest, all in points, is fifteen orders away', () => {
  expect(ladderFaults(rungs(60, 100, 200, 500, 1919), earning)).toEqual([
    { code: 'dearest_too_near', points: 1919, fromPoints: 1920 },
  ]);
});
