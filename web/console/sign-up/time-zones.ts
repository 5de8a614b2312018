import type { Locale } from '../../../src/domain/locale.ts';

/** Zones of the shops that are likeliest here, whose cities the catalogues name; in the order of the list. */
export const NAMED_ZONES = {
  'Asia/Shanghai': 'shanghai',
  'Asia/Taipei': 'taipei',
  'Asia/Hong_Kong': 'hongKong',
  'Asia/Macau': 'macau',
  'Asia/Singapore': 'singapore',
  'Asia/Kuala_Lumpur': 'kualaLumpur',
  'Asia/Tokyo': 'tokyo',
  'Asia/Seoul': 'seoul',
  'Asia/Bangkok': 'bangkok',
  'Asia/Manila': 'manila',
  'Asia/Jakarta': 'jakarta',
  'Australia/Sydney': 'sydney',
  'Pacific/Auckland': 'auckland',
  'America/Los_Angeles': 'losAngeles',
  'America/New_York': 'newYork',
  'America/Toronto': 'toronto',
  'Europe/London': 'london',
  'Europe/Paris': 'paris',
  'Europe/Berlin': 'berlin',
} as const;
export type ZoneCity = (typeof NAMED_ZONES)[keyof typeof NAMED_ZONES];

export type ZoneOption = { value: string; label: string };

/**
 * Every zone the browser knows with its offset at a moment: the likely ones first, found by their
 * cities in the reader's language, the others by their identifiers. `chosen` is among them even if the browser names it otherwise.
 */
export function timeZoneOptions(
  locale: Locale,
  cityName: (city: ZoneCity) => string,
  chosen: string,
  nowMs: number,
): ZoneOption[] {
  const likely = Object.entries(NAMED_ZONES).map(([zone, city]) => ({
    value: zone,
    label: `${cityName(city)} (${offsetOf(locale, zone, nowMs)})`,
  }));
  const known = new Set(likely.map(({ value }) => value));
  const others = [...new Set([...Intl.supportedValuesOf('timeZone'), chosen])]
    .filter((zone) => !known.has(zone))
    .map((zone) => ({
      value: zone,
      label: `${zone.replaceAll('_', ' ')} (${offsetOf(locale, zone, nowMs)})`,
    }));
  return [...likely, ...others];
}

/** "GMT+8" */
function offsetOf(locale: Locale, timeZone: string, nowMs: number): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(
    nowMs,
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
