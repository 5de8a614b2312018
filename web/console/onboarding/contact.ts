import type { ShopContact } from '../../../src/domain/shop.ts';
import { looksLikePhone } from '../tenants/model.ts';

/** What was typed as "phone or WeChat": digits are a phone, anything else is a name on WeChat. */
export function contactWith(contact: ShopContact, typed: string): ShopContact {
  const text = typed.trim();
  const isPhone = looksLikePhone(text);
  return {
    ...contact,
    phone: text !== '' && isPhone ? text : null,
    wechat: text !== '' && !isPhone ? text : null,
  };
}

export function contactText({ phone, wechat }: ShopContact): string {
  return phone ?? wechat ?? '';
}
