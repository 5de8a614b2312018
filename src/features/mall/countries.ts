import type { Locale } from '../../domain/locale.ts';
import { countryName } from '../../messages/country-name.ts';

/** Where parcels of small shops go; the shop's own country stands first. */
const COUNTRIES = [
  'CN', 'TW', 'HK', 'MO', 'SG', 'MY', 'JP', 'KR', 'TH', 'VN', 'ID', 'PH', 'IN', 'AU', 'NZ',
  'US', 'CA', 'GB', 'IE', 'DE', 'FR', 'NL', 'BE', 'ES', 'PT', 'IT', 'CH', 'AT', 'SE', 'NO', 'DK', 'FI',
] as const; // biome-ignore format: a table

/** What the form offers, the shop's own country first. */
export function countryOptions(locale: Locale, home: string | null): { code: string; name: string }[] {
  return [...(home === null ? [] : [home]), ...COUNTRIES.filter((code) => code !== home)].map((code) => ({
    code,
    name: countryName(locale, code),
  }));
}
