import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { homeCountry, type ShopPlace } from '../domain/home-country.ts';

/** How a person says who they are, in the one form that is stored and compared. */
export type ContactIdentifier = { kind: 'phone'; phone: string } | { kind: 'email'; email: string };

/** Kinds of numbers at which a text message can arrive; in some countries both kinds look alike. */
const MOBILE = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

/** A phone as E.164, or null; without a leading + it is read in the shop's own country. */
export function parsePhone(text: string, place: ShopPlace): string | null {
  return readPhone(text, homeCountry(place))?.number ?? null;
}

/** How the E.164 numbers begin that a person may mean who types the first digits of one. */
export function phoneBeginnings(digits: string, place: ShopPlace): string[] {
  const country = homeCountry(place);
  if (country === null || !isSupportedCountry(country)) return [`+${digits}`];
  const national = digits.replace(/^0/, '');
  return [`+${digits}`, `+${getCountryCallingCode(country)}${national}`];
}

/** Whether it can be a number of that country, or of the one that it names after a +. */
export function isPhoneIn(text: string, country: string): boolean {
  return readPhone(text, country) !== null;
}

/** Whether a text message can arrive at this E.164 number. */
export function takesMessages(phone: string): boolean {
  return MOBILE.has(readPhone(phone, null)?.getType() ?? '');
}

/** "+886 912 345 678": so that whoever typed it sees how it was understood. */
export function spacedPhone(phone: string): string {
  return readPhone(phone, null)?.formatInternational() ?? phone;
}

function readPhone(text: string, country: string | null): PhoneNumber | null {
  const home = country !== null && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const parsed = parsePhoneNumberFromString(text, home);
  return parsed?.isValid() ? parsed : null;
}

/** An e-mail address in lower case, or null. Whether it exists only a letter to it can tell. */
export function parseEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  return email.length <= 254 && /^[^\s@<>()[\]\\,;:"]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) ? email : null;
}

/** Reads what was typed into the one field that takes either. */
export function parseContactIdentifier(text: string, place: ShopPlace): ContactIdentifier | null {
  const email = parseEmail(text);
  if (email) return { kind: 'email', email };
  const phone = parsePhone(text, place);
  return phone ? { kind: 'phone', phone } : null;
}
