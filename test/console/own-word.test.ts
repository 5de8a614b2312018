import { expect, test } from 'vitest';
import { LOCALES, type Locale } from '../../src/domain/locale.ts';
import type { PointsName } from '../../src/domain/shop.ts';
import type en from '../../src/messages/en/console.ts';
import { translatorOf } from '../../src/messages/translator.ts';
import { withOwnWord } from '../../web/console/locale/own-word.ts';
import { CONSOLE_CATALOGUES } from '../support/console-words.ts';

const PETALS: PointsName = {
  en: { one: 'petal', other: 'petals' },
  'zh-CN': { one: '花瓣', other: '花瓣' },
  'zh-TW': { one: '花瓣', other: '花瓣' },
};
const DEFAULTS: PointsName = {
  en: { one: 'point', other: 'points' },
  'zh-CN': { one: '积分', other: '积分' },
  'zh-TW': { one: '點數', other: '點數' },
};

const ownWords = (locale: Locale, name: PointsName) =>
  translatorOf<typeof en>(
    locale,
    withOwnWord(CONSOLE_CATALOGUES[locale] as typeof en, locale, name) as typeof en,
  );

type Texts = { [key: string]: string | Texts };
function texts(part: Texts, path = ''): [string, string][] {
  return Object.entries(part).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value, `${path}${key}.`),
  );
}

test('everything in a shop’s console says the shop’s own word for points', () => {
  const said = (locale: Locale) => {
    const t = ownWords(locale, PETALS);
    return [t('home.find'), t('checklist.items.points'), t('shell.programme'), t('counter.give')];
  };
  expect([said('zh-CN'), said('zh-TW'), said('en')]).toEqual([
    ['给会员花瓣', '给出第一笔花瓣', '花瓣规则', '给花瓣'],
    ['給會員花瓣', '給出第一筆花瓣', '花瓣規則', '給花瓣'],
    ['Give petals to a member', 'Give the first petals', 'Earning', 'Give petals'],
  ]);
});

test('the default word stays only in the product’s name, where the word itself is asked for, and in percentages', () => {
  const left = LOCALES.flatMap((locale) =>
    texts(withOwnWord(CONSOLE_CATALOGUES[locale], locale, PETALS) as unknown as Texts)
      .filter(([path, text]) => !path.endsWith('.also') && /积分|點數|(?<!\{)\bpoints?\b/i.test(text))
      .map(([path]) => path),
  );
  expect([...new Set(left)].sort()).toEqual([
    'design.groups.pointsName',
    'design.pointOne',
    'design.pointOther',
    'design.pointsNameWhat',
    'home.changed.downPoints',
    'home.changed.upPoints',
    'problems.labels.pointsName',
    'search.places.pointsName.name',
    'signUp.title',
    'start.brand.points',
    'start.goal.title',
    'title',
  ]);
});

test('a shop that keeps the default word reads the catalogue as it is, but for what finds a place', () => {
  for (const locale of LOCALES) {
    const plain = ([path]: [string, string]) => !path.endsWith('.also');
    const own = withOwnWord(CONSOLE_CATALOGUES[locale], locale, DEFAULTS) as unknown as Texts;
    expect(texts(own).filter(plain)).toEqual(
      texts(CONSOLE_CATALOGUES[locale] as unknown as Texts).filter(plain),
    );
  }
});

test('a place is found by its default name too', () => {
  expect(ownWords('zh-CN', PETALS)('search.places.programme.also')).toContain('积分规则');
});

test('a word with the signs of a message is said as it is written', () => {
  const hostile = { one: "<b>{x}'#", other: "<b>{x}'#" };
  const t = ownWords('en', { ...PETALS, en: hostile });
  expect(t('home.find')).toBe("Give <b>{x}'# to a member");
});
