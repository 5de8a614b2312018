import { LOCALES, type Locale } from '../domain/locale.ts';
import { isLocale } from './locale.ts';

/** The cookie that remembers a choice made with the language switch. */
export const LOCALE_COOKIE = 'pm_locale';

export type LocaleSources = {
  /** `?lang=` of the address. */
  query?: string | null | undefined;
  cookie?: string | null | undefined;
  acceptLanguage?: string | null | undefined;
  /** The tenant's own language, or the product's. */
  fallback: Locale;
  /** Absent: all of the product's. */
  offered?: readonly Locale[];
};

/** Chooses the language of an answer: address, then cookie, then browser, then the shop's own. */
export function negotiateLocale(sources: LocaleSources): Locale {
  const { query, cookie, acceptLanguage, fallback, offered = LOCALES } = sources;
  const isOffered = (locale: Locale | null) => locale !== null && offered.includes(locale);
  if (isLocale(query) && isOffered(query)) return query;
  if (isLocale(cookie) && isOffered(cookie)) return cookie;
  return preferredLocale(acceptLanguage ?? '', isOffered) ?? fallback;
}

function preferredLocale(
  acceptLanguage: string,
  isOffered: (locale: Locale | null) => boolean,
): Locale | null {
  const ranked = acceptLanguage
    .slice(0, 500)
    .split(',')
    .map((part, position) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
      return {
        locale: localeOfTag(tag.trim()),
        quality: quality === undefined ? 1 : Number(quality),
        position,
      };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position);
  return ranked.find(({ locale }) => isOffered(locale))?.locale ?? null;
}

/** Chinese is told apart by script first, then by region: zh-HK and zh-MO read traditional. */
function localeOfTag(tag: string): Locale | null {
  const [language, ...subtags] = tag.toLowerCase().split('-');
  if (language === 'en') return 'en';
  if (language !== 'zh') return null;
  if (subtags.includes('hant')) return 'zh-TW';
  if (subtags.includes('hans')) return 'zh-CN';
  return subtags.some((subtag) => ['tw', 'hk', 'mo'].includes(subtag)) ? 'zh-TW' : 'zh-CN';
}
