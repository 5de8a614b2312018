import { expect, test } from 'vitest';
import { numberOf, readNumber } from '../../../src/domain/redemption/redemption-number.ts';

test('the number of a redemption is the end of its id', () => {
  expect(numberOf('rdm_01kaxyz0000000007f3k9q12')).toBe('7F3K9Q12');
});

test.each([
  ['7F3K9Q12', '7f3k9q12'],
  ['7f3k 9q12', '7f3k9q12'],
  ['7F3K-9Q12', '7f3k9q12'],
  // The alphabet has no i, l, o and u: what is heard as one of them is a digit.
  ['OI3KLQ12', '013k1q12'],
  ['10000009', '10000009'],
  ['7F3K9Q1', null],
  ['7F3K9Q123', null],
  ['7F3K9QU2', null],
  ['林小满林小满林小', null],
])('%s, typed, is the number %s', (typed, number) => {
  expect(readNumber(typed)).toBe(number);
});
