import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** How a person says who they are, in the one form that is stored and compared. */
export type ContactIdentifier = { kind: 'phone'; phone: string } | { kind: 'email'; email: string };

/** The country whose numbers may be typed without a prefix, by the shop's currency. */
const COUNTRY_BY_CURRENCY: Record<string, CountryCode> = {
  CNY: 'CN',
  TWD: 'TW',
  HKD: 'HK',
  MOP: 'MO',
  SGD: 'SG',
  MYR: 'MY',
  JPY: 'JP',
  USD: 'US',
  GBP: 'GB',
  AUD: 'AU',
};

/** A phone as E.164, or null; without a leading + it is read in the country of the currency. */
export function parsePhone(text: string, currency: string): string | null {
  const parsed = parsePhoneNumberFromString(text, COUNTRY_BY_CURRENCY[currency]);
  return parsed?.isValid() ? parsed.number : null;
}

/** An e-mail address in lower case, or null. Whether it exists only a letter to it can tell. */
export function parseEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  return email.length <= 254 && /^[^\s@<>()[\]\\,;:"]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) ? email : null;
}

/** Reads what was typed into the one field that takes either. */
export function parseContactIdentifier(text: string, currency: string): ContactIdentifier | null {
  const email = parseEmail(text);
  if (email) return { kind: 'email', email };
  const phone = parsePhone(text, currency);
  return phone ? { kind: 'phone', phone } : null;
}
