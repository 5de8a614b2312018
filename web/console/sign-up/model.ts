import type { Locale } from '../../../src/domain/locale.ts';

export const SLUG_CHARACTERS_MIN = 3;
export const SLUG_CHARACTERS_MAX = 40;

/** The address a name suggests: its words (Chinese already in pinyin) in lower case, without marks. */
export function slugFrom(words: readonly string[]): string {
  return words
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .trim()
    .replace(/[ -]+/g, '-')
    .slice(0, SLUG_CHARACTERS_MAX)
    .replace(/^-+|-+$/g, '');
}

/** How many of one name get a number before they get a sign of their own. */
const NUMBERED_MAX = 4;
const OWN_CHARACTERS = 5;

/**
 * Addresses to try in this order. The last is nobody else's, and the same person is offered the same ones
 * again: a sign-up that is sent twice finds its own shop.
 */
export function slugCandidates(proposed: string, userId: string): string[] {
  const base =
    proposed.length < SLUG_CHARACTERS_MIN ? [proposed, 'shop'].filter(Boolean).join('-') : proposed;
  const own =
    userId
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(-OWN_CHARACTERS) || 'mine';
  const endings = Array.from({ length: NUMBERED_MAX - 1 }, (_, place) => String(place + 2));
  const shortened = base.slice(0, SLUG_CHARACTERS_MAX - OWN_CHARACTERS - 1).replace(/-+$/, '');
  return [base, ...[...endings, own].map((ending) => `${shortened}-${ending}`)];
}

export type SlugFault = 'short' | 'long' | 'characters';

/** What is wrong with the form of an address, before the server is asked whether it is free. */
export function slugFault(slug: string): SlugFault | null {
  if (!/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(slug)) return slug === '' ? 'short' : 'characters';
  if (slug.length < SLUG_CHARACTERS_MIN) return 'short';
  return slug.length > SLUG_CHARACTERS_MAX ? 'long' : null;
}

/** What shops around the readers of the three languages count in, those of the Chinese ones first. */
export const CURRENCIES = [
  'CNY',
  'TWD',
  'HKD',
  'MOP',
  'SGD',
  'MYR',
  'USD',
  'EUR',
  'GBP',
  'JPY',
  'KRW',
  'THB',
  'VND',
  'PHP',
  'IDR',
  'INR',
  'AUD',
  'NZD',
  'CAD',
  'CHF',
  'AED',
  'SAR',
  'KWD',
] as const;

const CURRENCY_BY_REGION: Record<string, string> = {
  CN: 'CNY',
  TW: 'TWD',
  HK: 'HKD',
  MO: 'MOP',
  SG: 'SGD',
  MY: 'MYR',
  US: 'USD',
  GB: 'GBP',
  JP: 'JPY',
  KR: 'KRW',
  TH: 'THB',
  VN: 'VND',
  PH: 'PHP',
  ID: 'IDR',
  IN: 'INR',
  AU: 'AUD',
  NZ: 'NZD',
  CA: 'CAD',
  CH: 'CHF',
  AE: 'AED',
  SA: 'SAR',
  KW: 'KWD',
  DE: 'EUR',
  FR: 'EUR',
  IT: 'EUR',
  ES: 'EUR',
  NL: 'EUR',
  IE: 'EUR',
  AT: 'EUR',
  BE: 'EUR',
};

const CURRENCY_BY_ZONE: Record<string, string> = {
  'Asia/Shanghai': 'CNY',
  'Asia/Taipei': 'TWD',
  'Asia/Hong_Kong': 'HKD',
  'Asia/Macau': 'MOP',
  'Asia/Singapore': 'SGD',
  'Asia/Kuala_Lumpur': 'MYR',
  'Asia/Tokyo': 'JPY',
  'Asia/Seoul': 'KRW',
  'Asia/Dubai': 'AED',
  'Asia/Riyadh': 'SAR',
  'Asia/Kuwait': 'KWD',
};

/**
 * The currency to propose. Where the clock stands says more than the language: many shops in Asia run
 * their browser in English.
 */
export function proposeCurrency(timeZone: string, languages: readonly string[], locale: Locale): string {
  const byZone = CURRENCY_BY_ZONE[timeZone];
  if (byZone !== undefined) return byZone;
  for (const language of languages) {
    const byRegion = CURRENCY_BY_REGION[language.split('-').at(-1)?.toUpperCase() ?? ''];
    if (byRegion !== undefined) return byRegion;
  }
  if (locale === 'en') return 'USD';
  return locale === 'zh-TW' ? 'TWD' : 'CNY';
}
