/** The languages every screen, message and document exists in. */
export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A merchant's own words; a language that is missing falls back to one that is there. */
export type LocalizedText = { [locale in Locale]?: string };

/** The text in `locale`, else in the shop's own language, else in any; '' when there is none. */
export function textIn(text: LocalizedText, locale: Locale, fallback: Locale): string {
  return text[locale] || text[fallback] || LOCALES.map((each) => text[each]).find(Boolean) || '';
}
