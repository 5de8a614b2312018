import { DELIVERY_COUNTRIES } from '../../domain/delivery-countries.ts';
import type { Locale } from '../../domain/locale.ts';
import { countryName } from '../../messages/country-name.ts';

/** What the form offers, the shop's own country first. */
export function countryOptions(locale: Locale, home: string | null): { code: string; name: string }[] {
  return [...new Set([...(home === null ? [] : [home]), ...DELIVERY_COUNTRIES])].map((code) => ({
    code,
    name: countryName(locale, code),
  }));
}
