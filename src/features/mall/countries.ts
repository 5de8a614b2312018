import type { Locale } from '../../domain/locale.ts';
import { countryName } from '../../messages/country-name.ts';

/** Where parcels of small shops go; the shop's own country stands first. */
const COUNTRIES = [
  'CN', 'TW', 'HK', 'MO', 'SG', 'MY', 'JP', 'KR', 'TH', 'VN', 'ID', 'PH', 'IN', 'AU', 'NZ',
  'US', 'CA', 'GB', 'IE', 'DE', 'FR', 'NL', 'BE', 'ES', 'PT', 'IT', 'CH', 'AT', 'SE', 'NO', 'DK', 'FI',
] as const; // biome-ignore format: a table

/** The country a shop's currency belongs to: ISO 4217 begins with ISO 3166; shared ones have none. */
export function homeCountry(currency: string): string {
  const code = currency.slice(0, 2);
  return COUNTRIES.find((country) => country === code) ?? COUNTRIES[0];
}

/** What the form offers, the shop's own country first. */
export function countryOptions(locale: Locale, currency: string): { code: string; name: string }[] {
  const home = homeCountry(currency);
  return [home, ...COUNTRIES.filter((code) => code !== home)].map((code) => ({
    code,
    name: countryName(locale, code),
  }));
}
