import { expect, test } from 'vitest';
import { budgetLine, overBudget } from '../support/flow-budget.ts';

const counts = { taps: 3, fields: 1, acts: 4, screens: 2, seconds: 1.24 };

test('a flow says what it asked of a person beside what it may ask, and that the time is the machine’s', () => {
  expect(budgetLine({ flow: 'redeem', taps: 3, fields: 1 }, counts)).toBe(
    'budget: redeem · 3 of 3 taps · 1 of 1 field · 1.2 s of machine time',
  );
  expect(budgetLine({ flow: 'verify', acts: 2, screens: 6, seconds: 5 }, counts)).toBe(
    'budget: verify · 4 of 2 acts · 2 of 6 screens · 1.2 of 5 s of machine time',
  );
});

test('one tap, one field, one screen or a moment too much is too much; what has no limit is none', () => {
  expect(overBudget({ flow: 'redeem', taps: 3, fields: 1, screens: 2, seconds: 2 }, counts)).toEqual([]);
  expect(overBudget({ flow: 'redeem', taps: 2, fields: 0, screens: 1, seconds: 1 }, counts)).toEqual([
    'taps',
    'fields',
    'screens',
    'seconds',
  ]);
  expect(overBudget({ flow: 'redeem' }, counts)).toEqual([]);
});
