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
 * Every zone the browser knows, found by its city, by the name of its time in the reader's language
 * and by its identifier; the likely ones first. `chosen` is among them even if the browser names it otherwise.
 */
export function timeZoneOptions(
  locale: Locale,
  cityName: (city: ZoneCity) => string,
  chosen: string,
): ZoneOption[] {
  const likely = Object.entries(NAMED_ZONES).map(([zone, city]) => ({
    value: zone,
    label: `${cityName(city)} · ${timeName(locale, zone)}`,
  }));
  const known = new Set(likely.map(({ value }) => value));
  const others = [...new Set([...Intl.supportedValuesOf('timeZone'), chosen])]
    .filter((zone) => !known.has(zone))
    .map((zone) => ({ value: zone, label: `${zone.replaceAll('_', ' ')} · ${timeName(locale, zone)}` }));
  return [...likely, ...others];
}

/** "中国标准时间 (GMT+8)" */
function timeName(locale: Locale, timeZone: string): string {
  const named = (style: 'long' | 'shortOffset') =>
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: style })
      .formatToParts(0)
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [name, offset] = [named('long'), named('shortOffset')];
  return name === offset || name.startsWith('GMT') ? offset : `${name} (${offset})`;
}
