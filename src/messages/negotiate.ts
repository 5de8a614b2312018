import type { Locale } from '../domain/locale.ts';
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
};

/** Chooses the language of an answer: address, then cookie, then browser, then the shop's own. */
export function negotiateLocale(sources: LocaleSources): Locale {
  if (isLocale(sources.query)) return sources.query;
  if (isLocale(sources.cookie)) return sources.cookie;
  return preferredLocale(sources.acceptLanguage ?? '') ?? sources.fallback;
}

function preferredLocale(acceptLanguage: string): Locale | null {
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
  return ranked.find(({ locale }) => locale !== null)?.locale ?? null;
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
