import { expect, test } from 'vitest';
import { parseIdempotencyKey } from '../../../src/lib/idempotency-key.ts';

test.each([
  ['a1b2-c3', 'a1b2-c3'],
  ['"a1b2-c3"', 'a1b2-c3'],
  ['  "with space"  ', 'with space'],
  ['"quote \\" and \\\\"', 'quote " and \\'],
  ['k'.repeat(255), 'k'.repeat(255)],
])('%j is the key %j', (header, key) => {
  expect(parseIdempotencyKey(header)).toBe(key);
});

test.each(['', ' ', '""', 'two words', '"open', 'k'.repeat(256), 'café', '"tab\t"', 'line\nend'])(
  '%j is no key',
  (header) => {
    expect(parseIdempotencyKey(header)).toBe(null);
  },
);
