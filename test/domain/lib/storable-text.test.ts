import { expect, test } from 'vitest';
import { findTextFlaw } from '../../../src/lib/storable-text.ts';

test('text in any script, emoji and lines of a note are fine', () => {
  expect(findTextFlaw({ note: '积分\t🎁\r\n點數', lines: [{ amount: 1, category: null }] })).toBeNull();
});

test.each([
  [
    'a NUL',
    { lines: [{ category: 'a\u0000b' }] },
    { field: 'lines.0.category', reason: 'control_character' },
  ],
  ['half of a pair', { delivery: { city: 'x\ud83d' } }, { field: 'delivery.city', reason: 'not_unicode' }],
  ['a name of a field', { 'x\u0001': 1 }, { field: '(body)', reason: 'control_character' }],
])('%s is found and named', (_name, value, flaw) => {
  expect(findTextFlaw(value)).toEqual(flaw);
});
