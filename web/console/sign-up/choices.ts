import type { Locale } from '../../../src/domain/locale.ts';
import { CURRENCIES } from './model.ts';

/** The currencies to choose from, named in the reader's language. */
export function currencyOptions(locale: Locale): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return CURRENCIES.map((value) => ({ value, label: `${names.of(value) ?? value} (${value})` }));
}
