import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGuessablePin, isPin } from '../../src/domain/counter-pin.ts';
import { isPinOnlyAddress, pinOnlyAddress } from '../../src/domain/pin-address.ts';

test.each([
  '000000',
  '777777',
  '123456',
  '456789',
  '789012',
  '654321',
  '210987',
  '121212',
  '112233',
  '456456',
])('%s is tried first and is refused', (pin) => {
  expect(isGuessablePin(pin)).toBe(true);
});

test.each(['739154', '860213', '123465', '112234'])('%s may be a PIN', (pin) => {
  expect(isGuessablePin(pin)).toBe(false);
});

test('of a million PINs more than 997,000 are left to choose from', () => {
  const left = Array.from({ length: 1_000_000 }, (_, index) => String(index).padStart(6, '0')).filter(
    (pin) => !isGuessablePin(pin),
  );
  expect(left.length).toBeGreaterThan(997_000);
});

test('a PIN is six digits and nothing else', () => {
  expect(['739154', '73915', '7391540', '73915a', ' 739154', '７３９１５４'].map(isPin)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('only an address that we made for somebody without one is told apart as such, in any case', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9_]{1,30}$/), (userId) => {
      expect(isPinOnlyAddress(pinOnlyAddress(userId).toUpperCase())).toBe(true);
      expect(isPinOnlyAddress(`${userId}@clerk.invalid.test`)).toBe(false);
    }),
  );
});
