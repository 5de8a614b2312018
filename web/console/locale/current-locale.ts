import type { Locale } from '../../../src/domain/locale.ts';
import { isLocale } from '../../../src/messages/locale.ts';
import { negotiateLocale } from '../../../src/messages/negotiate.ts';

const STORED_UNDER = 'pointmall.console.locale';

/** The language chosen on this device, else the browser's, else Simplified Chinese. */
export function currentLocale(): Locale {
  const chosen = localStorage.getItem(STORED_UNDER);
  if (isLocale(chosen)) return chosen;
  return negotiateLocale({ acceptLanguage: navigator.languages.join(','), fallback: 'zh-CN' });
}

export function rememberLocale(locale: Locale): void {
  localStorage.setItem(STORED_UNDER, locale);
}
