import { expect, test } from 'vitest';
import { isJoinToken, joinToken, shareOf } from '../../src/domain/join-link.ts';

test('a token is eight letters and digits that nobody mistakes for others, whatever the bytes', () => {
  const tokens = Array.from({ length: 256 }, (_, byte) => joinToken(new Uint8Array(8).fill(byte)));
  expect(tokens.every(isJoinToken)).toBe(true);
  expect(new Set(tokens).size).toBe(30);
  expect(tokens.join('')).not.toMatch(/[01ilou]/);
});

test.each(['', 'kx3v9m2', 'kx3v9m2ab', 'kx3v9m21', 'KX3V9M2A', '../../me', 'kx3v9m2/'])(
  '%j is no token',
  (text) => {
    expect(isJoinToken(text)).toBe(false);
  },
);

test.each([
  [22, 64, 34],
  [3, 2, 100],
  [0, 5, 0],
  [1, 0, null],
] as const)('%i of %i is %s per cent', (part, whole, expected) => {
  expect(shareOf(part, whole)).toBe(expected);
});
