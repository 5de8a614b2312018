import type { Industry } from '../industry.ts';
import type { LocalizedText } from '../locale.ts';

/** What a member may come for, as a chip at the counter. The id stands in orders and never changes. */
export type CounterService = { id: string; names: LocalizedText };

/** Whether the counter sells goods, receives visits, or belongs to a shop of lessons, which hides it. */
export type ShopKind = 'goods' | 'visits' | 'lessons';

export function shopKindOf(industry: string): ShopKind {
  if (industry === ('beauty' satisfies Industry)) return 'visits';
  return industry === ('courses' satisfies Industry) ? 'lessons' : 'goods';
}

const SALON: CounterService[] = [
  { id: 'facial', names: { 'zh-CN': '面部护理', 'zh-TW': '臉部護理', en: 'Facial' } },
  { id: 'hands', names: { 'zh-CN': '手部护理', 'zh-TW': '手部護理', en: 'Hand care' } },
  { id: 'shoulders', names: { 'zh-CN': '肩颈舒缓', 'zh-TW': '肩頸舒緩', en: 'Neck and shoulders' } },
  { id: 'brows', names: { 'zh-CN': '修眉', 'zh-TW': '修眉', en: 'Brows' } },
];

/** The services that a shop of the industry begins with. */
export function startingServices(industry: string): CounterService[] {
  return shopKindOf(industry) === 'visits' ? SALON : [];
}
