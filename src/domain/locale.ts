/** The languages every screen, message and document exists in. */
export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A merchant's own words; a language that is missing falls back to one that is there. */
export type LocalizedText = { [locale in Locale]?: string | undefined };
