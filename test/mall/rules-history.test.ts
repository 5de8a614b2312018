import { expect, test } from 'vitest';
import type { Locale } from '../../src/domain/locale.ts';
import { rulesHistory } from '../../src/features/mall/rules-history.ts';
import type { ProgrammeSummary } from '../../src/features/publication/manifest.ts';
import { frame, NOW_MS } from './fixtures.ts';
import { MANIFEST, RULES } from './published-mall.ts';

const DAY_MS = 86_400_000;
const rate = (numerator: number, denominator = 1) => ({ numerator, denominator });
const version = (number: number, change: Partial<ProgrammeSummary> = {}): ProgrammeSummary => ({
  ...RULES,
  version: number,
  effectiveAtMs: NOW_MS - (10 - number) * DAY_MS,
  ...change,
});

const told = (programmeHistory: ProgrammeSummary[], locale: Locale = 'zh-CN') =>
  rulesHistory(frame(locale, '/rules').words, { ...MANIFEST, programmeHistory }, '*').map(
    ({ title, lines }) => [
      title,
      ...lines.map(({ message, name }) => message.replace('*', name?.text ?? '*')),
    ],
  );

test('each version tells what it changed and what held before, the newest first', () => {
  const sale = [{ category: '换季清仓', rate: rate(1, 2) }];
  expect(
    told([
      version(4, { baseRate: rate(2), categoryRates: sale, signUpBonus: 100 }),
      version(3, { baseRate: rate(2) }),
      version(2),
      version(1),
    ]),
  ).toEqual([
    [
      '11月16日',
      '注册即送 100 积分，立即到账，每人一次（之前：注册不另送。）',
      '换季清仓：每消费 ¥2 得 1 积分',
    ],
    ['11月15日', '每消费 ¥1 得 2 积分（之前：每消费 ¥1 得 1 积分）'],
    ['11月13日', '每消费 ¥1 得 1 积分', '今年赚的，明年 12 月 31 日到期。'],
  ]);
});

test('where the beginning is no longer kept, nothing is said to have begun', () => {
  expect(told([version(30, { expiry: { kind: 'never' } }), version(29)], 'en')).toEqual([
    ['Dec 12', expect.stringMatching(/^They never expire\. Before: What you earn this year/)],
  ]);
});

test('a category that has no rate of its own any more earns what everything earns', () => {
  const own = [{ category: 'Cards', rate: rate(0) }];
  expect(told([version(2), version(1, { categoryRates: own })], 'en')[0]).toEqual([
    'Nov 14',
    'Cards: earns what everything else earns',
  ]);
});

test('a manifest of an earlier release has no history', () => {
  expect(rulesHistory(frame('en', '/rules').words, MANIFEST, '*')).toEqual([]);
});
