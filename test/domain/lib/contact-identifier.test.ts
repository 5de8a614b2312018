import { expect, test } from 'vitest';
import { parseContactIdentifier } from '../../../src/lib/contact-identifier.ts';

test.each([
  ['13800138000', 'CNY', { kind: 'phone', phone: '+8613800138000' }],
  [' 138 0013 8000 ', 'CNY', { kind: 'phone', phone: '+8613800138000' }],
  ['+86 138-0013-8000', 'USD', { kind: 'phone', phone: '+8613800138000' }],
  ['0912 345 678', 'TWD', { kind: 'phone', phone: '+886912345678' }],
  ['Lin@Example.COM ', 'CNY', { kind: 'email', email: 'lin@example.com' }],
])('%s in a %s shop is read in its stored form', (text, currency, expected) => {
  expect(parseContactIdentifier(text, currency)).toEqual(expected);
});

test.each(['', '123', 'lin', 'lin@', '@example.com', 'a b@example.com', 'lin@localhost', '+86 1'])(
  '%j names nobody',
  (text) => {
    expect(parseContactIdentifier(text, 'CNY')).toBeNull();
  },
);
