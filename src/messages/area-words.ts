import { regionsOf } from '../domain/delivery-regions.ts';
import type { Locale } from '../domain/locale.ts';
import type { DeliveryArea } from '../domain/shop-settings.ts';
import { countryName } from './country-name.ts';

/** Where parcels go, in the reader's language: regions by name, whole countries as such. */
export function areaWords(areas: readonly DeliveryArea[], locale: Locale): string {
  const names = areas.flatMap(({ country, regions }) => {
    if (regions === null) return [countryName(locale, country)];
    return regionsOf(country).flatMap(({ code, names }) => (regions.includes(code) ? [names[locale]] : []));
  });
  return names.join(locale === 'en' ? ', ' : '、');
}
