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
