/** Zones that lie in one country alone; of large countries those that shops choose. */
const ZONES_BY_COUNTRY: Readonly<Record<string, string>> = {
  CN: 'Asia/Shanghai Asia/Urumqi Asia/Chongqing Asia/Harbin PRC',
  TW: 'Asia/Taipei',
  HK: 'Asia/Hong_Kong',
  MO: 'Asia/Macau Asia/Macao',
  SG: 'Asia/Singapore',
  MY: 'Asia/Kuala_Lumpur Asia/Kuching',
  JP: 'Asia/Tokyo',
  KR: 'Asia/Seoul',
  TH: 'Asia/Bangkok',
  VN: 'Asia/Ho_Chi_Minh Asia/Saigon',
  ID: 'Asia/Jakarta Asia/Jayapura Asia/Makassar Asia/Pontianak',
  PH: 'Asia/Manila',
  IN: 'Asia/Kolkata Asia/Calcutta',
  AU: 'Australia/Adelaide Australia/Brisbane Australia/Darwin Australia/Hobart Australia/Melbourne Australia/Perth Australia/Sydney',
  NZ: 'Pacific/Auckland Pacific/Chatham',
  US: 'America/Anchorage America/Boise America/Chicago America/Denver America/Detroit America/Indiana/Indianapolis America/Indianapolis America/Los_Angeles America/New_York America/Phoenix Pacific/Honolulu',
  CA: 'America/Edmonton America/Halifax America/Moncton America/Regina America/St_Johns America/Toronto America/Vancouver America/Winnipeg',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  DE: 'Europe/Berlin',
  FR: 'Europe/Paris',
  NL: 'Europe/Amsterdam',
  BE: 'Europe/Brussels',
  ES: 'Europe/Madrid Atlantic/Canary',
  PT: 'Europe/Lisbon Atlantic/Azores Atlantic/Madeira',
  IT: 'Europe/Rome',
  CH: 'Europe/Zurich',
  AT: 'Europe/Vienna',
  SE: 'Europe/Stockholm',
  NO: 'Europe/Oslo',
  DK: 'Europe/Copenhagen',
  FI: 'Europe/Helsinki',
};

const COUNTRY_BY_ZONE = new Map(
  Object.entries(ZONES_BY_COUNTRY).flatMap(([country, zones]) =>
    zones.split(' ').map((zone) => [zone, country] as const),
  ),
);

/** Where a shop stands, as far as it has said. */
export type ShopPlace = { timeZone: string; currency: string };

/**
 * The country a shop is at home in, by its time zone; a shop in Taipei may well count in CNY. Where the
 * zone says nothing the currency does: ISO 4217 begins with ISO 3166, and a shared one has no country.
 */
export function homeCountry({ timeZone, currency }: ShopPlace): string | null {
  const code = currency.slice(0, 2);
  return COUNTRY_BY_ZONE.get(timeZone) ?? (code in ZONES_BY_COUNTRY ? code : null);
}
