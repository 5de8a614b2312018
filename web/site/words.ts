import type { Locale } from '../../src/domain/locale.ts';
import type { Catalogue } from '../../src/messages/catalogue.ts';
import enGuide from '../../src/messages/en/guide.ts';
import en from '../../src/messages/en/site.ts';
import { translatorOf } from '../../src/messages/translator.ts';
import cnGuide from '../../src/messages/zh-CN/guide.ts';
import cn from '../../src/messages/zh-CN/site.ts';
import twGuide from '../../src/messages/zh-TW/guide.ts';
import tw from '../../src/messages/zh-TW/site.ts';

/** Words of pages that are drawn at build time: the site's own, and the guides of its docs. */
export const SITE_CATALOGUES: Record<Locale, Catalogue<typeof en>> = { en, 'zh-CN': cn, 'zh-TW': tw };
export const GUIDE_CATALOGUES: Record<Locale, Catalogue<typeof enGuide>> = {
  en: enGuide,
  'zh-CN': cnGuide,
  'zh-TW': twGuide,
};

export type SiteWords = ReturnType<typeof siteWords>;
export type GuideWords = ReturnType<typeof guideWords>;

export const siteWords = (locale: Locale) =>
  translatorOf<typeof en>(locale, SITE_CATALOGUES[locale] as typeof en);
export const guideWords = (locale: Locale) =>
  translatorOf<typeof enGuide>(locale, GUIDE_CATALOGUES[locale] as typeof enGuide);
