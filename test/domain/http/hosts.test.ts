import { expect, test } from 'vitest';
import { hostKind } from '../../../src/http/hosts.ts';
import { comesFromSameOrigin } from '../../../src/http/same-origin.ts';

test.each([
  ['localhost:8787', { kind: 'site' }],
  ['LOCALHOST:8787', { kind: 'site' }],
  ['console.localhost:8787', { kind: 'console' }],
  ['api.localhost:8787', { kind: 'api' }],
  ['mianyu.localhost:8787', { kind: 'mall', slug: 'mianyu' }],
  ['Mianyu.localhost:8787', { kind: 'mall', slug: 'mianyu' }],
  ['a.b.localhost:8787', { kind: 'unknown' }],
  ['mianyu.localhost:8788', { kind: 'unknown' }],
  ['mianyu.localhost', { kind: 'unknown' }],
  ['evillocalhost:8787', { kind: 'unknown' }],
  ['.localhost:8787', { kind: 'unknown' }],
  ['mian_yu.localhost:8787', { kind: 'unknown' }],
  ['localhost:8787.evil.test', { kind: 'unknown' }],
])('%s is %j', (host, kind) => {
  expect(hostKind(host, 'localhost:8787')).toEqual(kind);
});

const OWN = 'http://mianyu.localhost:8787';

test.each([
  ['POST', {}, true],
  ['POST', { origin: OWN }, true],
  ['POST', { 'sec-fetch-site': 'same-origin' }, true],
  ['POST', { 'sec-fetch-site': 'none' }, true],
  ['POST', { 'sec-fetch-site': 'same-site' }, false],
  ['POST', { 'sec-fetch-site': 'cross-site', origin: OWN }, false],
  ['POST', { origin: 'http://mutang.localhost:8787' }, false],
  ['POST', { origin: 'https://mianyu.localhost:8787' }, false],
  ['POST', { origin: 'null' }, false],
  ['DELETE', { origin: 'http://evil.test' }, false],
  ['GET', { origin: 'http://evil.test', 'sec-fetch-site': 'cross-site' }, true],
])('%s with %j comes from our own pages: %s', (method, headers, ours) => {
  const sent = new Map(Object.entries(headers));
  const asked = { method, headers: { get: (name: string) => sent.get(name) ?? null } };
  expect(comesFromSameOrigin(asked, OWN)).toBe(ours);
});
