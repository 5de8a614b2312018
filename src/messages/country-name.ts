import type { Locale } from '../domain/locale.ts';

/** A country or region in the reader's language; a code that nobody knows stays as it is. */
export function countryName(locale: Locale, code: string): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
}
