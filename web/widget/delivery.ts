import { needsPostalCode } from '../../src/domain/postal-code.ts';
import type { Delivery } from './answers.ts';

/** The parts of an address with how long each may be, as the server takes them. */
export const FIELD_CHARACTERS = {
  recipientName: 60,
  phone: 32,
  country: 2,
  region: 60,
  city: 60,
  line1: 160,
  line2: 160,
  postalCode: 16,
} as const;
export type FieldName = keyof typeof FIELD_CHARACTERS;
export const FIELDS = Object.keys(FIELD_CHARACTERS) as FieldName[];

/** As typed, whatever it is. */
export type TypedAddress = Record<FieldName, string>;

/** What the form begins with: an address that is known, else the shop's own country alone. */
export function typedFrom(address: Delivery | null, country: string | null): TypedAddress {
  const value = (name: FieldName) =>
    address?.[name] ?? (name === 'country' && !address ? (country ?? '') : '');
  return Object.fromEntries(FIELDS.map((name) => [name, value(name)])) as TypedAddress;
}

/** The address that was typed, or which of its parts are missing. The server judges what they say. */
export function readDelivery(
  typed: TypedAddress,
): { ok: true; delivery: Delivery } | { ok: false; missing: FieldName[] } {
  const text = (name: FieldName) => typed[name].trim();
  const optional = (name: FieldName) => text(name) || null;
  const isNeeded = (name: FieldName) =>
    name === 'postalCode' ? needsPostalCode(typed.country) : name !== 'line2';
  const missing = FIELDS.filter((name) => isNeeded(name) && text(name) === '');
  if (missing.length > 0) return { ok: false, missing };
  return {
    ok: true,
    delivery: {
      recipientName: text('recipientName'),
      // An input method of Chinese or Japanese may type digits at full width.
      phone: text('phone').normalize('NFKC'),
      country: text('country'),
      region: text('region'),
      city: text('city'),
      line1: text('line1'),
      line2: optional('line2'),
      postalCode: optional('postalCode'),
    },
  };
}

/** The order in which an address is written: smallest first in English, largest first in Chinese. */
export function fieldOrder(locale: string): FieldName[] {
  return locale === 'en'
    ? ['recipientName', 'phone', 'line1', 'line2', 'city', 'region', 'postalCode', 'country']
    : ['recipientName', 'phone', 'country', 'region', 'city', 'line1', 'line2', 'postalCode'];
}
