import { describe, expect, test } from 'vitest';
import {
  inLanguage,
  keysInOrder,
  mayAddKey,
  originFault,
  otherLiveKey,
  publicKeyFault,
} from '../../web/console/widget/model.ts';
import { WIDGET } from './fixture-widget.ts';

describe('the signing keys', () => {
  const live = { revokedAt: null };
  const revoked = { revokedAt: '2026-11-22T00:00:00.000Z' };

  test('may be two at a time, whatever was revoked before', () => {
    expect([mayAddKey([]), mayAddKey([live, revoked, revoked]), mayAddKey([live, live])]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('stand in front of those that are revoked', () => {
    const [first, second] = WIDGET.keys;
    if (!first || !second) throw new Error('the fixture has two');
    expect(keysInOrder([second, first]).map(({ id }) => id)).toEqual([first.id, second.id]);
  });
});

test('revoking a key says which other one goes on: one that is revoked does not', () => {
  const [live, revoked] = WIDGET.keys;
  if (!live || !revoked) throw new Error('the fixture has two');
  const next = { ...live, id: 'sgk_next' };
  expect([
    otherLiveKey([live, revoked], live),
    otherLiveKey([next, live, revoked], live),
    otherLiveKey([next, live], next),
  ]).toEqual([null, next, live]);
});

test('a private key is noticed before it leaves the device', () => {
  expect([
    publicKeyFault('-----BEGIN PRIVATE KEY-----\nMC4CAQ'),
    publicKeyFault('-----BEGIN OPENSSH PRIVATE KEY-----'),
    publicKeyFault('{"kty":"OKP","crv":"Ed25519","x":"a","d" : "b"}'),
    publicKeyFault(' '),
    publicKeyFault('-----BEGIN PUBLIC KEY-----\nMCow'),
  ]).toEqual(['private', 'private', 'private', 'missing', null]);
});

test('a page opens in the reader’s language', () => {
  expect(inLanguage('https://example.com/docs/widget?x=1', 'zh-TW', 'https://console.example.com')).toBe(
    'https://example.com/docs/widget?x=1&lang=zh-TW',
  );
});

test.each([
  ['', 'missing'],
  ['example.com', 'scheme'],
  ['http://example.com', 'http'],
  ['https://example.com/shop', 'path'],
  ['ftp://example.com', 'other'],
  ['https://exa mple', 'other'],
  ['https://example.com/', null],
  ['http://localhost:3000', null],
] as const)('of the site %j is said what is wrong: %s', (typed, fault) => {
  expect(originFault(typed)).toBe(fault);
});
