import type { Locale } from '../../../src/domain/locale.ts';
import type { PointsName } from '../../../src/domain/shop.ts';
import { isolated } from '../../../src/messages/isolated.ts';

/**
 * The catalogues' word for points, where it means the shop's own: not in the product's name, not where
 * somebody is asked what the points are called, not in an argument's name.
 */
const DEFAULT_WORD: Record<Locale, RegExp> = {
  en: /(?<![{\w“]|percentage |Name of the )points?(?![\w”)]| mall| are called)/gi,
  'zh-CN': /积分(?!商城|叫什么|的名称|」)/g,
  'zh-TW': /點數(?!商城|叫什麼|的名稱|」)/g,
};

type Messages = { readonly [key: string]: string | Messages };

/**
 * A catalogue with the shop's word for points wherever the default one stands. What is searched for by
 * other words keeps its default name among them.
 */
export function withOwnWord<Catalogue extends object>(
  messages: Catalogue,
  locale: Locale,
  name: PointsName,
): Catalogue {
  const own = name[locale];
  const replaced = (text: string) =>
    text.replace(DEFAULT_WORD[locale], (word) => quoted(inPlaceOf(word, own)));
  const within = (part: Messages): Messages =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => {
        if (typeof value !== 'string') return [key, within(value)];
        return [key, key === 'also' ? `${value} ${part.name} ${replaced(value)}` : replaced(value)];
      }),
    );
  return within(messages as unknown as Messages) as unknown as Catalogue;
}

/** In the number and the case in which the default word stood. */
function inPlaceOf(word: string, own: { one: string; other: string }): string {
  const said = /^point$/i.test(word) ? own.one : own.other;
  return isolated(word.startsWith('P') ? said.charAt(0).toUpperCase() + said.slice(1) : said);
}

/** As a message's plain text: braces, tags and apostrophes in a shop's word mean nothing. */
function quoted(word: string): string {
  const text = word.replaceAll("'", "''");
  return /[{}<>#|]/.test(text) ? `'${text}'` : text;
}
