import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from '../../../src/lib/cursor.ts';

test('a cursor gives back its parts', () => {
  expect(decodeCursor(encodeCursor([1_700_000_000_000, 'mem_1']), ['number', 'string'])).toEqual([
    1_700_000_000_000,
    'mem_1',
  ]);
});

test.each([
  '',
  'x',
  encodeCursor([1]),
  encodeCursor(['1', 'mem_1']),
  encodeCursor([1, 'mem_1', 2]),
  encodeCursor([1e300, 'mem_1']),
  encodeCursor([1.5, 'mem_1']),
  encodeCursor([1, 'mem_\u0000']),
])('text that is no cursor of this list is null: %j', (text) => {
  expect(decodeCursor(text, ['number', 'string'])).toBeNull();
});
