import { describe, expect, test } from 'vitest';
import { timeZones as zones } from '../../src/messages/zh-CN/console/settings.ts';
import { mallHost } from '../../web/console/session/hosts.ts';
import { isOwnPath } from '../../web/console/session/own-path.ts';
import { proposeCurrency, slugCandidates, slugFault, slugFrom } from '../../web/console/sign-up/model.ts';
import { proposeSlug } from '../../web/console/sign-up/propose-slug.ts';
import { timeZoneOptions } from '../../web/console/sign-up/time-zones.ts';

describe('the address proposed from a shop’s name', () => {
  test.each([
    ['棉屿', 'mianyu'],
    ['棉屿 Studio', 'mianyu-studio'],
    ['Café Lumière', 'cafe-lumiere'],
    ['  Tom & Anna’s  Shop! ', 'tom-annas-shop'],
    ['🌿', ''],
  ])('%s → %s', async (name, slug) => {
    expect(await proposeSlug(name)).toBe(slug);
  });

  test('is never longer than an address may be, nor ends in a hyphen', () => {
    expect(slugFrom(['a'.repeat(39), 'b'])).toBe('a'.repeat(39));
  });
});

describe('the currency proposed', () => {
  test.each([
    ['Asia/Shanghai', ['en-US'], 'en', 'CNY'],
    ['Asia/Taipei', ['zh-TW'], 'zh-TW', 'TWD'],
    ['Europe/Berlin', ['de-DE', 'en'], 'en', 'EUR'],
    ['America/New_York', ['en'], 'en', 'USD'],
    ['America/New_York', [], 'zh-CN', 'CNY'],
    ['Asia/Kuwait', ['en'], 'en', 'KWD'],
    ['Europe/London', ['en-AE'], 'en', 'AED'],
  ] as const)('in %s with %s is, reading %s, %s', (timeZone, languages, locale, currency) => {
    expect(proposeCurrency(timeZone, languages, locale)).toBe(currency);
  });
});

test.each([
  ['/members/mem_1?tab=all', true],
  ['//evil.example', false],
  ['/\\evil.example', false],
  ['https://evil.example', false],
  ['/sign-in', false],
  [undefined, false],
])('after signing in, %s is a place to return to: %s', (path, own) => {
  expect(isOwnPath(path)).toBe(own);
});

test('the mall stands beside the console, with its port', () => {
  expect(mallHost('mianyu', 'console.localhost:8787')).toBe('mianyu.localhost:8787');
});

test('a time zone is found by its city in the reader’s language, the likely ones first, none left out', () => {
  const nowMs = Date.parse('2026-07-01T00:00:00Z');
  const options = timeZoneOptions('zh-CN', (city) => zones.cities[city], 'Asia/Shanghai', nowMs);
  expect(options[0]).toEqual({ value: 'Asia/Shanghai', label: '北京、上海 (GMT+8)' });
  expect(options.find(({ value }) => value === 'Europe/London')?.label).toBe('伦敦 (GMT+1)');
  const values = options.map(({ value }) => value);
  expect(new Set(values).size).toBe(values.length);
  expect(Intl.supportedValuesOf('timeZone').filter((zone) => !values.includes(zone))).toEqual([]);
});

describe('the addresses tried for a shop', () => {
  test.each([
    ['mianyu', ['mianyu', 'mianyu-2', 'mianyu-3', 'mianyu-4', 'mianyu-7jhpq']],
    ['', ['shop', 'shop-2', 'shop-3', 'shop-4', 'shop-7jhpq']],
    ['hi', ['hi-shop', 'hi-shop-2', 'hi-shop-3', 'hi-shop-4', 'hi-shop-7jhpq']],
  ])('named %j are %j', (proposed, addresses) => {
    expect(slugCandidates(proposed, 'g8Y5FpXN3asYBT7jhPQ')).toEqual(addresses);
  });

  test.each(['a'.repeat(40), `${'a'.repeat(33)}-bcdefg`, ''])('are all addresses: %j', (proposed) => {
    expect(slugCandidates(proposed, 'x').map(slugFault)).toEqual([null, null, null, null, null]);
  });
});
