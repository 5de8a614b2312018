import type { AddressFields } from '../../../web/mall/views.ts';
import type { Words } from '../../../web/mall/words.ts';
import type { DeliveryAddress } from '../../account/contract.ts';
import { needsPostalCode } from '../../domain/postal-code.ts';
import { isPhoneIn, spacedPhone } from '../../lib/contact-identifier.ts';
import { writtenLine } from '../../lib/written-text.ts';
import { deliveryAddressSchema } from '../redemptions/schemas.ts';
import { readText } from './read-form.ts';

export const ADDRESS_FIELDS = [
  'recipientName',
  'phone',
  'country',
  'region',
  'city',
  'line1',
  'line2',
  'postalCode',
] as const;
type FieldName = (typeof ADDRESS_FIELDS)[number];

/** As typed, whatever it is: what is wrong comes back to the form as it was. */
export type TypedAddress = Record<FieldName, string>;

/** Long enough for any address, short enough to send back. */
const TYPED_CHARACTERS_MAX = 400;

export function typedAddress(form: FormData): TypedAddress {
  const typed = (name: FieldName) => readText(form, name, TYPED_CHARACTERS_MAX);
  return Object.fromEntries(ADDRESS_FIELDS.map((name) => [name, typed(name)])) as TypedAddress;
}

/** What the form begins with: the address she used last, else what is known of her and the shop. */
export function typedFrom(
  address: DeliveryAddress | null,
  country: string | null,
  phone: string | null = null,
): TypedAddress {
  const known: Partial<TypedAddress> = { country: country ?? '', phone: phone ? spacedPhone(phone) : '' };
  const value = (name: FieldName) => (address ? address[name] : known[name]) ?? '';
  return Object.fromEntries(ADDRESS_FIELDS.map((name) => [name, value(name)])) as TypedAddress;
}

export type AddressReading =
  | { ok: true; address: DeliveryAddress }
  | { ok: false; errors: Partial<Record<FieldName, string>> };

/** The address that was typed, or what is wrong with each field, in words. */
export function readAddress({ t }: Words, typed: TypedAddress): AddressReading {
  const optional = (text: string) => (writtenLine(text) === '' ? null : text);
  const parsed = deliveryAddressSchema.safeParse({
    ...typed,
    // An input method of Chinese or Japanese may type digits at full width.
    phone: typed.phone.normalize('NFKC'),
    line2: optional(typed.line2),
    postalCode: optional(typed.postalCode),
  });
  const errors: Partial<Record<FieldName, string>> = {};
  for (const issue of parsed.error?.issues ?? []) {
    const field = ADDRESS_FIELDS.find((name) => name === issue.path[0]);
    if (!field || errors[field]) continue;
    const label = t(`confirm.${field}`);
    if (issue.code === 'too_big')
      errors[field] = t('confirm.tooLong', { field: label, max: Number(issue.maximum) });
    else if (field === 'country') errors[field] = t('confirm.countryInvalid');
    else errors[field] = t('confirm.required', { field: label });
  }
  if (!errors.postalCode && needsPostalCode(typed.country) && writtenLine(typed.postalCode) === '')
    errors.postalCode = t('confirm.required', { field: t('confirm.postalCodeNeeded') });
  if (!errors.phone && !isPhoneIn(typed.phone, typed.country)) errors.phone = t('confirm.phoneInvalid');
  return parsed.success && Object.keys(errors).length === 0
    ? { ok: true, address: parsed.data }
    : { ok: false, errors };
}

export function addressFields(
  typed: TypedAddress,
  errors: Partial<Record<FieldName, string>> = {},
): AddressFields {
  return Object.fromEntries(
    ADDRESS_FIELDS.map((name) => [name, { value: typed[name], error: errors[name] ?? null }]),
  ) as AddressFields;
}
