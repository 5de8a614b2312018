import { DELIVERY_COUNTRIES } from '../../domain/delivery-countries.ts';
import type { Locale } from '../../domain/locale.ts';
import { countryName } from '../../messages/country-name.ts';

/** What the form offers: where the shop sends to, else everywhere with the shop's own country first. */
export function countryOptions(
  locale: Locale,
  home: string | null,
  served: readonly string[] | null = null,
): { code: string; name: string }[] {
  const all = served ?? [...(home === null ? [] : [home]), ...DELIVERY_COUNTRIES];
  return [...new Set(all)].map((code) => ({
    code,
    name: countryName(locale, code),
  }));
}
