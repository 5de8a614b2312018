import { expect, test } from 'vitest';
import {
  codeEndsAtMs,
  isFresh,
  readTurningCode,
  signatureOf,
  stepAt,
  turnsAtMs,
  unsignedCode,
} from '../../../src/domain/member-code/turning-code.ts';

const NOW_MS = Date.parse('2026-11-22T22:10:30Z');
const step = stepAt(NOW_MS);
const signature = signatureOf(new Uint8Array(32).fill(0xa5));
const text = `${unsignedCode({ number: '12345674', isProved: true, step })}${signature}`;

test('a code is thirty letters and digits that come back as they were, as an address and shouted too', () => {
  const code = { number: '12345674', isProved: true, step, signature };
  expect(text).toMatch(/^[0-9a-z]{30}$/);
  expect(readTurningCode(text)).toEqual(code);
  expect(readTurningCode(` https://mianyu.example.com/c/${text}\n`)).toEqual(code);
  expect(readTurningCode(text.toUpperCase())).toEqual(code);
});

test('what is cut, longer, of a mistyped number or of other signs is no code', () => {
  const wrong = [
    text.slice(0, -1),
    `${text}0`,
    text.replace('12345674', '12345675'),
    `${text.slice(0, -1)}!`,
    '',
  ];
  expect(wrong.map(readTurningCode)).toEqual([null, null, null, null, null]);
});

test('it turns with the minute and counts for two, and one of a minute to come never', () => {
  expect(turnsAtMs(step)).toBe(Date.parse('2026-11-22T22:11:00Z'));
  expect(codeEndsAtMs(step)).toBe(Date.parse('2026-11-22T22:12:00Z'));
  expect(isFresh({ step }, NOW_MS)).toBe(true);
  expect(isFresh({ step }, codeEndsAtMs(step) - 1)).toBe(true);
  expect(isFresh({ step }, codeEndsAtMs(step))).toBe(false);
  expect(isFresh({ step: step + 1 }, NOW_MS)).toBe(false);
});
