import type { Shop } from '../session/session.ts';
import type { TenantChanges } from './api.ts';

/** The shop's details as they stand in the fields. */
export type ShopForm = {
  name: string;
  locale: Shop['locale'];
  timeZone: string;
  pointsChina: string;
  pointsTaiwan: string;
  pointOne: string;
  pointOther: string;
  phone: string;
  email: string;
  address: string;
};

export function shopFormOf(shop: Shop): ShopForm {
  const { pointsName, contact } = shop;
  return {
    name: shop.name,
    locale: shop.locale,
    timeZone: shop.timeZone,
    pointsChina: pointsName['zh-CN'].other,
    pointsTaiwan: pointsName['zh-TW'].other,
    pointOne: pointsName.en.one,
    pointOther: pointsName.en.other,
    phone: contact.phone ?? '',
    email: contact.email ?? '',
    address: contact.address ?? '',
  };
}

/** What is sent for the fields; Chinese has one form for one and for many. */
export function changesOf(form: ShopForm): TenantChanges {
  const same = (word: string) => ({ one: word.trim(), other: word.trim() });
  const optional = (text: string) => text.trim() || null;
  return {
    name: form.name.trim(),
    locale: form.locale,
    timeZone: form.timeZone,
    pointsName: {
      'zh-CN': same(form.pointsChina),
      'zh-TW': same(form.pointsTaiwan),
      en: { one: form.pointOne.trim(), other: form.pointOther.trim() },
    },
    contact: { phone: optional(form.phone), email: optional(form.email), address: optional(form.address) },
  };
}

const DIGITS_MIN = 3;

/** Whether members could dial it: digits and what people put between them, an extension included. */
export function looksLikePhone(text: string): boolean {
  return /^[\d\s()+\-.#*转轉ext]+$/i.test(text) && (text.match(/\d/g) ?? []).length >= DIGITS_MIN;
}
