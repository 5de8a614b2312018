import type { Locale } from '../../src/domain/locale.ts';
import type { Catalogue } from '../../src/messages/catalogue.ts';
import en from '../../src/messages/en/widget.ts';
import cn from '../../src/messages/zh-CN/widget.ts';
import tw from '../../src/messages/zh-TW/widget.ts';

/** The widget's messages, of which a page loads one language. */
export const WIDGET_CATALOGUES: Record<Locale, Catalogue<typeof en>> = { en, 'zh-CN': cn, 'zh-TW': tw };
