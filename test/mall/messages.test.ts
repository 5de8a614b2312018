import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '../../src/domain/locale.ts';
import { CATALOGUES, type Namespace, translator, translatorOf } from '../../src/messages/translator.ts';
import { GUIDE_CATALOGUES, SITE_CATALOGUES } from '../../web/site/words.ts';
import { CONSOLE_CATALOGUES, consoleWords } from '../support/console-words.ts';
import { WIDGET_CATALOGUES } from '../support/widget-words.ts';

type Messages = { [key: string]: string | Messages };

/** Catalogues that are not the Worker's, by namespace. */
const APART = {
  console: CONSOLE_CATALOGUES,
  widget: WIDGET_CATALOGUES,
  site: SITE_CATALOGUES,
  guide: GUIDE_CATALOGUES,
};
const isApart = (namespace: string): namespace is keyof typeof APART => namespace in APART;

const namespaces = [
  ...(Object.keys(CATALOGUES.en) as Namespace[]),
  ...(Object.keys(APART) as (keyof typeof APART)[]),
] as const;
type AnyNamespace = (typeof namespaces)[number];

function flatten(messages: Messages, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${prefix}${key}`, value]] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

const messagesOf = (locale: Locale, namespace: AnyNamespace) =>
  isApart(namespace) ? APART[namespace][locale] : CATALOGUES[locale][namespace];
const catalogue = (locale: Locale, namespace: AnyNamespace) =>
  flatten(messagesOf(locale, namespace) as Messages);

const sayer = (locale: Locale, namespace: AnyNamespace) => {
  if (namespace === 'console') return consoleWords(locale);
  return isApart(namespace)
    ? translatorOf(locale, APART[namespace][locale] as object)
    : translator(locale, namespace);
};

function argumentsOf(elements: MessageFormatElement[]): string[] {
  const names = elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [element.value, ...argumentsOf(element.children)];
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      const branches = Object.values(element.options).flatMap((option) => argumentsOf(option.value));
      return [element.value, ...branches];
    }
    return [element.value];
  });
  return [...new Set(names)].sort();
}

describe.each(namespaces)('the catalogue of %s', (namespace) => {
  const english = catalogue('en', namespace);

  test.each(LOCALES)('has every key in %s and no other', (locale) => {
    expect([...catalogue(locale, namespace).keys()].sort()).toEqual([...english.keys()].sort());
  });

  test.each(LOCALES)('takes the same arguments in %s as in English', (locale) => {
    const taken = (messages: Map<string, string>) =>
      Object.fromEntries([...messages].map(([key, text]) => [key, argumentsOf(parse(text))]));
    expect(taken(catalogue(locale, namespace))).toEqual(taken(english));
  });

  test.each(LOCALES)('says every message in %s', (locale) => {
    const t = sayer(locale, namespace) as unknown as {
      markup: (key: string, values: object) => string;
    };
    for (const [key, text] of catalogue(locale, namespace)) {
      const values = Object.fromEntries(
        argumentsOf(parse(text)).map((name) => [name, text.includes(`<${name}>`) ? () => 'field' : 3]),
      );
      expect(t.markup(key, values), key).not.toMatch(/^\s*$|[{}]/);
    }
  });
});

test('the widget’s messages hold plain values alone: it has no parser', () => {
  for (const locale of LOCALES)
    for (const [key, text] of catalogue(locale, 'widget')) {
      const kinds = parse(text).map(({ type }) => type);
      expect([key, kinds.filter((type) => type !== TYPE.literal && type !== TYPE.argument)]).toEqual([
        key,
        [],
      ]);
    }
});

describe('wording', () => {
  const texts = (locale: (typeof LOCALES)[number]) =>
    namespaces.flatMap((namespace) => [...catalogue(locale, namespace)]);

  test('addresses people as 你 in zh-CN and 您 in zh-TW', () => {
    expect(texts('zh-CN').filter(([, text]) => text.includes('您'))).toEqual([]);
    expect(texts('zh-TW').filter(([, text]) => text.includes('你'))).toEqual([]);
  });

  test('sets full-width punctuation after Chinese characters', () => {
    const narrow = /\p{Script=Han}[,;:?!()]|[,;?!]\p{Script=Han}/u;
    expect([...texts('zh-CN'), ...texts('zh-TW')].filter(([, text]) => narrow.test(text))).toEqual([]);
  });

  test('uses the words of Taiwan in zh-TW', () => {
    const mainland = /积|换|会员|賬|登錄|礼|獎品|信息|默認|郵箱|屏幕|用戶|支持一下|質量|發貨|簽收碼|積分/;
    expect(texts('zh-TW').filter(([, text]) => mainland.test(text))).toEqual([]);
  });
});
