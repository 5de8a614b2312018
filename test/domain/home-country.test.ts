import { expect, test } from 'vitest';
import { homeCountry } from '../../src/domain/home-country.ts';

test.each([
  ['Asia/Taipei', 'CNY', 'TW'],
  ['Asia/Shanghai', 'CNY', 'CN'],
  ['Asia/Kolkata', 'USD', 'IN'],
  ['America/New_York', 'EUR', 'US'],
  ['UTC', 'JPY', 'JP'],
  ['UTC', 'EUR', null],
])('a shop in %s that counts in %s is at home in %s', (timeZone, currency, country) => {
  expect(homeCountry({ timeZone, currency })).toBe(country);
});
