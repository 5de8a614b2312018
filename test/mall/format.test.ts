import { describe, expect, test } from 'vitest';
import { formatFor } from '../../src/messages/format.ts';
import { pickText } from '../../src/messages/localized-text.ts';
import { negotiateLocale } from '../../src/messages/negotiate.ts';
import { DEFAULT_POINTS_NAME } from '../../src/messages/points-name.ts';
import { refusalWords } from '../../src/messages/refusal-words.ts';

const petals = {
  'zh-CN': { one: '花瓣', other: '花瓣' },
  'zh-TW': { one: '花瓣', other: '花瓣' },
  en: { one: 'petal', other: 'petals' },
};
const shanghai = { timeZone: 'Asia/Shanghai', pointsName: petals };
const newYearMs = Date.UTC(2026, 11, 31, 16, 30);

describe('figures in the reader’s language', () => {
  test('points carry the shop’s word, one and other told apart in English', () => {
    const chinese = formatFor({ ...shanghai, locale: 'zh-CN' });
    const english = formatFor({ ...shanghai, locale: 'en' });
    expect([chinese.points(1286), english.points(1), english.points(-1), english.points(0)]).toEqual([
      '1,286 花瓣',
      '1 petal',
      '−1 petal',
      '0 petals',
    ]);
    expect([english.signed(128), english.signed(-99), english.signed(0)]).toEqual(['+128', '−99', '0']);
  });

  test('money uses the currency’s own decimals', () => {
    const format = formatFor({ ...shanghai, locale: 'zh-CN' });
    expect([
      format.money(19999, 'CNY'),
      format.money(12800, 'CNY'),
      format.money(1200, 'JPY'),
      format.money(1500, 'KWD'),
    ]).toEqual(
      ['¥199.99', '¥128', 'JP¥1,200', 'KWD 1.500'].map((text) => expect.stringMatching(loose(text))),
    );
  });

  test('one sign never stands for two currencies', () => {
    for (const locale of ['zh-CN', 'zh-TW', 'en'] as const) {
      const format = formatFor({ ...shanghai, locale });
      expect(['CNY', 'JPY', 'USD', 'TWD', 'HKD'].map((currency) => format.money(100, currency))).toEqual([
        '¥1',
        'JP¥100',
        '$1',
        'NT$1',
        'HK$1',
      ]);
    }
  });

  test('times are the shop’s, with the year where it is another', () => {
    const chinese = formatFor({ ...shanghai, locale: 'zh-CN' });
    const english = formatFor({ ...shanghai, locale: 'en' });
    expect(chinese.dateTime(newYearMs, newYearMs)).toBe('1月1日 00:30');
    expect(english.date(newYearMs, newYearMs)).toBe('Jan 1');
    expect(chinese.date(newYearMs, newYearMs - 86_400_000)).toBe('2027年1月1日');
    const midnightMs = Date.UTC(2026, 11, 31, 16);
    expect(chinese.lastDay(midnightMs, midnightMs - 1)).toBe('12月31日');
    expect(
      formatFor({ ...shanghai, timeZone: 'America/New_York', locale: 'en' }).date(newYearMs, newYearMs),
    ).toBe('Dec 31');
  });
});

const loose = (text: string) => new RegExp(`^${text.replace('.', '\\.').replace(' ', '\\s')}$`);

describe('the language of an answer', () => {
  test.each([
    [{ query: 'en', cookie: 'zh-TW', acceptLanguage: 'zh-CN' }, 'en'],
    [{ query: 'fr', cookie: 'zh-TW', acceptLanguage: 'zh-CN' }, 'zh-TW'],
    [{ acceptLanguage: 'fr-FR, zh-Hant;q=0.8, en;q=0.9' }, 'en'],
    [{ acceptLanguage: 'zh-HK' }, 'zh-TW'],
    [{ acceptLanguage: 'zh' }, 'zh-CN'],
    [{ acceptLanguage: 'zh-Hans-TW' }, 'zh-CN'],
    [{ acceptLanguage: 'en;q=0, de' }, 'zh-CN'],
    [{ acceptLanguage: ';;,q=,,fr;q=x' }, 'zh-CN'],
    [{}, 'zh-CN'],
  ] as const)('%j is answered in %s', (sources, expected) => {
    expect(negotiateLocale({ ...sources, fallback: 'zh-CN' })).toBe(expected);
  });

  test('the merchant’s text falls back to the shop’s language and says which it is', () => {
    expect(pickText({ 'zh-TW': '圍巾', en: ' ' }, 'en', 'zh-TW')).toEqual({ text: '圍巾', lang: 'zh-TW' });
    expect(pickText({ en: 'Scarf' }, 'zh-CN', 'zh-TW')).toEqual({ text: 'Scarf', lang: 'en' });
    expect(pickText({}, 'zh-CN', 'zh-TW')).toBeNull();
  });
});

test('refusals say what is missing and what is safe, in the shop’s words', () => {
  const setting = (locale: 'zh-CN' | 'zh-TW' | 'en') => ({
    locale,
    timeZone: 'Asia/Taipei',
    pointsName: DEFAULT_POINTS_NAME,
  });
  const missing = { code: 'insufficient_points', missingPoints: 120, availablePoints: 80 } as const;
  expect([
    refusalWords(missing, setting('zh-CN'), 0).detail,
    refusalWords(missing, setting('zh-TW'), 0).detail,
    refusalWords({ ...missing, missingPoints: 1 }, setting('en'), 0).detail,
  ]).toEqual([
    '还差 120 积分，你的积分没有变动',
    '還差 120 點數，您的點數沒有異動',
    '1 point short. Nothing was taken',
  ]);
  expect(
    refusalWords({ code: 'not_started', startsAtMs: newYearMs }, setting('zh-CN'), newYearMs).detail,
  ).toBe('1月1日 00:30 开始');
});

test('a language that the shop does not offer is not chosen, however it is asked for', () => {
  const offered = ['zh-CN', 'zh-TW'] as const;
  const chosen = (sources: object) => negotiateLocale({ ...sources, fallback: 'zh-TW', offered });
  expect([
    chosen({ query: 'en' }),
    chosen({ cookie: 'en', acceptLanguage: 'en' }),
    chosen({ acceptLanguage: 'en-US,en;q=0.9,zh-CN;q=0.5' }),
  ]).toEqual(['zh-TW', 'zh-TW', 'zh-CN']);
});

test('a voucher that is over names the last day it held, as her own page does: midnight ends the day before', () => {
  const expiredAtMs = Date.parse('2027-02-13T16:00:00Z');
  const setting = { locale: 'zh-CN', timeZone: 'Asia/Taipei', pointsName: DEFAULT_POINTS_NAME } as const;
  const refusal = { code: 'voucher_expired', expiredAtMs } as const;
  expect(refusalWords(refusal, setting, expiredAtMs).detail).toBe(
    '这张券的有效期到 2月13日 为止，不能再用了。',
  );
});
