import { LOCALES, type Locale, type LocalizedText } from '../domain/locale.ts';

/** A text with the language it is really in, so that the page can say so with `lang`. */
export type TextInLanguage = { text: string; lang: Locale };

/**
 * The reader's language, else the shop's, else any that is filled in. Null when nothing is written.
 */
export function pickText(text: LocalizedText, reader: Locale, shop: Locale): TextInLanguage | null {
  for (const lang of [reader, shop, ...LOCALES]) {
    const found = text[lang];
    if (found !== undefined && found.trim() !== '') return { text: found, lang };
  }
  return null;
}
