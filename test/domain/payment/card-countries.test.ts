import { expect, test } from 'vitest';
import { COUNTRIES, cardsCanBeHad, homeCountryOf } from '../../../src/domain/payment/card-countries.ts';

test('cards can be had in 44 of the countries, and in none that is not a country', () => {
  expect(COUNTRIES.filter(cardsCanBeHad)).toHaveLength(44);
  expect(new Set(COUNTRIES).size).toBe(COUNTRIES.length);
  const names = new Intl.DisplayNames('en', { type: 'region' });
  expect(COUNTRIES.filter((code) => names.of(code) === code)).toEqual([]);
});

test.each([
  ['JP', true],
  ['HK', true],
  ['US', true],
  ['CN', false],
  ['TW', false],
  ['KW', false],
  ['IN', false],
  ['jp', false],
])('cards in %s: %s', (country, had) => {
  expect(cardsCanBeHad(country)).toBe(had);
});

test('a currency proposes its country, a shared one proposes none', () => {
  expect(['CNY', 'JPY', 'KWD', 'EUR', 'XAF'].map(homeCountryOf)).toEqual(['CN', 'JP', 'KW', null, null]);
});
