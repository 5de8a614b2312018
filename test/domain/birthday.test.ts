import { expect, test } from 'vitest';
import { birthdayOf, isBirthdayMonth } from '../../src/domain/birthday.ts';

test.each([
  ['5', '17', '05-17'],
  ['2', '29', '02-29'],
  ['12', '31', '12-31'],
  ['2', '30', null],
  ['4', '31', null],
  ['13', '1', null],
  ['0', '1', null],
  ['1', '0', null],
  ['', '', null],
  ['1e0', '1', null],
])('month %s and day %s are %s', (month, day, birthday) => {
  expect(birthdayOf(month, day)).toBe(birthday);
});

test('a birthday is in the month of the shop’s own day', () => {
  const days = ['2026-05-01', '2026-05-31', '2026-06-01'];
  expect(days.map((day) => isBirthdayMonth('05-17', day))).toEqual([true, true, false]);
  expect(isBirthdayMonth(null, '2026-05-01')).toBe(false);
});
