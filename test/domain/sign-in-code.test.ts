import { expect, test } from 'vitest';
import { lockOf, mayRequestCode, type StoredCode } from '../../src/domain/sign-in-code.ts';

const NOW_MS = Date.UTC(2026, 10, 22, 12);
const MINUTE_MS = 60_000;

const sentAgo = (minutes: number, changed: Partial<StoredCode> = {}): StoredCode => ({
  attempts: 0,
  usedAtMs: null,
  createdAtMs: NOW_MS - minutes * MINUTE_MS,
  expiresAtMs: NOW_MS + (10 - minutes) * MINUTE_MS,
  ...changed,
});
const ask = (own: StoredCode[], shopCount = 0, channel: 'sms' | 'email' = 'email') =>
  mayRequestCode({ own, shopCount }, channel, NOW_MS);

test.each([
  ['nobody asked before', [], null],
  ['the last one was half a minute ago', [sentAgo(0.5)], null],
  [
    'the last one was ten seconds ago',
    [sentAgo(1 / 6)],
    { code: 'too_many_requests', seconds: 20, onItsWay: true },
  ],
  ['the last one was used', [sentAgo(0.1, { usedAtMs: NOW_MS, attempts: 1 })], null],
  ['five in the hour', [1, 2, 3, 4, 5].map((minutes) => sentAgo(minutes)), null],
  [
    'six in the hour',
    [1, 2, 3, 4, 5, 50].map((minutes) => sentAgo(minutes)),
    { code: 'too_many_requests', seconds: 600, onItsWay: false },
  ],
  ['the last one was tried out', [sentAgo(1, { attempts: 5 })], { code: 'locked', minutes: 14 }],
  ['an older one was tried out', [sentAgo(1), sentAgo(14, { attempts: 5 })], { code: 'locked', minutes: 1 }],
  ['one was tried out a quarter of an hour ago', [sentAgo(15, { attempts: 5 })], null],
  ['the fifth try was right', [sentAgo(1, { attempts: 5, usedAtMs: NOW_MS })], null],
])('when %s, another code is answered %j', (_when, own, refusal) => {
  expect(ask(own)).toEqual(refusal);
});

test('one shop sends no more text messages an hour than it could mean to', () => {
  expect(ask([], 299, 'sms')).toBe(null);
  expect(ask([], 300, 'sms')).toEqual({ code: 'too_many_requests', seconds: 3600, onItsWay: false });
  expect(ask([], 300, 'email')).toBe(null);
});

test('nothing is locked where nothing was tried', () => {
  expect(lockOf([], NOW_MS)).toBe(null);
});
