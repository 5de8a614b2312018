import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  AMOUNT_MINOR_MAX,
  currencyDecimals,
  isAmountMinor,
  parseAmountMinor,
} from '../../src/domain/money.ts';

test.each([
  ['CNY', 2],
  ['TWD', 2],
  ['USD', 2],
  ['JPY', 0],
  ['KRW', 0],
  ['ISK', 0],
  ['KWD', 3],
  ['TND', 3],
])('%s has %i decimals', (currency, decimals) => expect(currencyDecimals(currency)).toBe(decimals));

test.each([
  ['199.99', 'CNY', 19_999],
  ['4.35', 'CNY', 435],
  ['4.3', 'CNY', 430],
  ['128', 'CNY', 12_800],
  ['159,999.99', 'CNY', 15_999_999],
  [' 1,280 ', 'CNY', 128_000],
  ['500', 'JPY', 500],
  ['1.234', 'KWD', 1_234],
  ['0', 'CNY', 0],
  ['1.999', 'CNY', null],
  ['5.5', 'JPY', null],
  ['-1', 'CNY', null],
  ['1e3', 'CNY', null],
  ['1,28', 'CNY', null],
  ['.5', 'CNY', null],
  ['', 'CNY', null],
  ['99999999999999999999', 'CNY', null],
])('%s %s is %s in minor units', (text, currency, minor) =>
  expect(parseAmountMinor(text, currency)).toBe(minor),
);

test('an amount written out is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: AMOUNT_MINOR_MAX }), (minor) => {
      const text = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
      expect(parseAmountMinor(text, 'CNY')).toBe(minor);
    }),
  );
});

test('amounts are non-negative safe integers within the limit', () => {
  expect([0, 1, AMOUNT_MINOR_MAX, AMOUNT_MINOR_MAX + 1, -1, 0.5, Number.NaN].map(isAmountMinor)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
