import type { Shop } from '../session/session.ts';
import type { TenantChanges } from './api.ts';

/** The shop's details as they stand in the fields. */
export type ShopForm = {
  name: string;
  timeZone: string;
  phone: string;
  email: string;
  wechat: string;
  address: string;
};

export function shopFormOf(shop: Shop): ShopForm {
  const { contact } = shop;
  return {
    name: shop.name,
    timeZone: shop.timeZone,
    phone: contact.phone ?? '',
    email: contact.email ?? '',
    wechat: contact.wechat ?? '',
    address: contact.address ?? '',
  };
}

/** What is sent for the fields. */
export function changesOf(form: ShopForm, before: Shop['contact']): TenantChanges {
  const optional = (text: string) => text.trim() || null;
  return {
    name: form.name.trim(),
    timeZone: form.timeZone,
    contact: {
      phone: optional(form.phone),
      email: optional(form.email),
      address: optional(form.address),
      wechat: optional(form.wechat),
      // Said before delivery had a page of its own; it holds until that is saved.
      ...(before.pickUp !== undefined && { pickUp: before.pickUp }),
    },
  };
}

const DIGITS_MIN = 3;

/** Whether members could dial it: digits and what people put between them, an extension included. */
export function looksLikePhone(text: string): boolean {
  return /^[\d\s()+\-.#*转轉ext]+$/i.test(text) && (text.match(/\d/g) ?? []).length >= DIGITS_MIN;
}
