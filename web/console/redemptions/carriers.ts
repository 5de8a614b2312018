import type { Locale } from '../../../src/domain/locale.ts';

const CARRIERS: Record<Locale, readonly string[]> = {
  'zh-CN': ['顺丰速运', '中通快递', '圆通速递', '申通快递', '韵达速递', '极兔速递', '京东物流', '邮政 EMS'],
  'zh-TW': ['黑貓宅急便', '新竹物流', '中華郵政', '宅配通', '7-ELEVEN 交貨便', '全家店到店', '順豐速運'],
  en: ['DHL', 'FedEx', 'UPS', 'USPS', 'Royal Mail', 'SF Express'],
};

/** Carriers to choose from where the shop is; any other can be typed. */
export function carriersFor(locale: Locale): string[] {
  return [...CARRIERS[locale]];
}

const STORED_UNDER = 'pointmall.console.carrier';

/** Most shops send everything with one carrier. */
export function rememberedCarrier(): string {
  return localStorage.getItem(STORED_UNDER) ?? '';
}

export function rememberCarrier(carrier: string): void {
  localStorage.setItem(STORED_UNDER, carrier);
}

/** How the numbers of a carrier look, where that tells it from the others of its country. */
const NUMBERS: Record<Locale, readonly (readonly [RegExp, string])[]> = {
  'zh-CN': [
    [/^SF\d{12,15}$/, '顺丰速运'],
    [/^YT\d{13,16}$/, '圆通速递'],
    [/^JT\d{13}$/, '极兔速递'],
    [/^JD[A-Z0-9]{11,}$/, '京东物流'],
    [/^[A-Z]{2}\d{9}CN$/, '邮政 EMS'],
    [/^7[3568]\d{12}$/, '中通快递'],
    [/^77\d{13}$/, '申通快递'],
    [/^4[36]\d{13}$/, '韵达速递'],
  ],
  'zh-TW': [
    [/^SF\d{12,15}$/, '順豐速運'],
    [/^[A-Z]{2}\d{9}TW$/, '中華郵政'],
  ],
  en: [
    [/^1Z[A-Z0-9]{16}$/, 'UPS'],
    [/^9[2-5]\d{20}$/, 'USPS'],
    [/^[A-Z]{2}\d{9}US$/, 'USPS'],
    [/^[A-Z]{2}\d{9}GB$/, 'Royal Mail'],
    [/^(JJD|JD)\d{14,}$/, 'DHL'],
    [/^SF\d{12,15}$/, 'SF Express'],
    [/^\d{12}$/, 'FedEx'],
  ],
};

/** Whose number this is by its looks; null where that can't be told. */
export function carrierOf(trackingNumber: string, locale: Locale): string | null {
  const number = trackingNumber.replace(/[\s-]/g, '').toUpperCase();
  return NUMBERS[locale].find(([pattern]) => pattern.test(number))?.[1] ?? null;
}
