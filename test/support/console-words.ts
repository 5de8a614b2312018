import type { Locale } from '../../src/domain/locale.ts';
import type { Catalogue } from '../../src/messages/catalogue.ts';
import en from '../../src/messages/en/console.ts';
import { translatorOf } from '../../src/messages/translator.ts';
import cn from '../../src/messages/zh-CN/console.ts';
import tw from '../../src/messages/zh-TW/console.ts';

/** The console's messages, which the console loads one language at a time. */
export const CONSOLE_CATALOGUES: Record<Locale, Catalogue<typeof en>> = { en, 'zh-CN': cn, 'zh-TW': tw };

/** What the console says in a language, typed by the English catalogue. */
export const consoleWords = (locale: Locale) =>
  translatorOf<typeof en>(locale, CONSOLE_CATALOGUES[locale] as typeof en);
