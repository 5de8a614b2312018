import { expect, test } from 'vitest';
import {
  isPhoneIn,
  parseContactIdentifier,
  spacedPhone,
  takesMessages,
} from '../../../src/lib/contact-identifier.ts';

const SHANGHAI = { timeZone: 'Asia/Shanghai', currency: 'CNY' };
const TAIPEI = { timeZone: 'Asia/Taipei', currency: 'CNY' };
const NEW_YORK = { timeZone: 'America/New_York', currency: 'USD' };

test.each([
  ['13800138000', SHANGHAI, { kind: 'phone', phone: '+8613800138000' }],
  [' 138 0013 8000 ', SHANGHAI, { kind: 'phone', phone: '+8613800138000' }],
  ['+86 138-0013-8000', NEW_YORK, { kind: 'phone', phone: '+8613800138000' }],
  ['0912 345 678', TAIPEI, { kind: 'phone', phone: '+886912345678' }],
  ['０９１２３４５６７８', TAIPEI, { kind: 'phone', phone: '+886912345678' }],
  ['Lin@Example.COM ', SHANGHAI, { kind: 'email', email: 'lin@example.com' }],
])('%s in %j is read in its stored form', (text, place, expected) => {
  expect(parseContactIdentifier(text, place)).toEqual(expected);
});

test.each(['', '123', 'lin', 'lin@', '@example.com', 'a b@example.com', 'lin@localhost', '+86 1'])(
  '%j names nobody',
  (text) => {
    expect(parseContactIdentifier(text, SHANGHAI)).toBeNull();
  },
);

test('text messages go to mobile numbers alone', () => {
  const numbers = ['+8613800138000', '+886912345678', '+14155550100', '+86912345678', '+886223456789'];
  expect(numbers.map(takesMessages)).toEqual([true, true, true, false, false]);
});

test('a number is shown as it was understood', () => {
  expect(spacedPhone('+886912345678')).toBe('+886 912 345 678');
});

test.each([
  ['(415) 555-0100', 'US', true],
  ['(02) 2345-6789', 'TW', true],
  ['０９１２－３４５－６７８', 'TW', true],
  ['+86 138 0013 8000', 'TW', true],
  ['1234', 'CN', false],
  ['call me', 'CN', false],
])('%s as a number in %s: %s', (text, country, expected) => {
  expect(isPhoneIn(text, country)).toBe(expected);
});
