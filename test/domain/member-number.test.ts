import { expect, test } from 'vitest';
import { isMemberNumber, memberNumberOf } from '../../src/domain/member-number.ts';

test('a member number is eight digits of which the last one checks the others', () => {
  expect([0, 1, 1234567, 9999999].map(memberNumberOf)).toEqual([
    '00000000',
    '00000018',
    '12345674',
    '99999997',
  ]);
  expect(isMemberNumber('12345674')).toBe(true);
});

test('one wrong digit is always noticed, and so are nearly all swapped neighbours', () => {
  for (const number of ['12345674', '00000018', '90817263']) {
    const valid = memberNumberOf(Number(number.slice(0, 7)));
    for (let at = 0; at < 8; at += 1) {
      const wrong = `${valid.slice(0, at)}${(Number(valid[at]) + 3) % 10}${valid.slice(at + 1)}`;
      expect(isMemberNumber(wrong)).toBe(false);
    }
  }
  expect(isMemberNumber('21345674')).toBe(false);
});

test('anything but eight digits is no member number', () => {
  for (const text of ['', '1234567', '123456740', '1234567a', ' 12345674'])
    expect(isMemberNumber(text)).toBe(false);
});
