import type { Theme } from '../../src/domain/shop.ts';
import type { MemberView, RewardAction, RewardTileView } from '../mall/views.ts';
import type { Words } from '../mall/words.ts';

const DAY_MS = 86_400_000;

const BALANCES = {
  availablePoints: 1286,
  pendingPoints: 128,
  heldPoints: 0,
  totalPoints: 1414,
  debtPoints: 0,
  balancePoints: 1414,
};

type Sample = {
  name: { 'zh-CN': string; 'zh-TW': string; en: string };
  points: number;
  change?: (words: Words) => Partial<RewardTileView>;
};

const SAMPLES: Sample[] = [
  {
    name: { 'zh-CN': '¥10 无门槛券', 'zh-TW': '¥10 無門檻券', en: '¥10 off' },
    points: 100,
    change: () => ({ kind: 'coupon' }),
  },
  {
    name: { 'zh-CN': '亚麻发圈三件套', 'zh-TW': '亞麻髮圈三件組', en: 'Linen hair ties ×3' },
    points: 220,
    change: () => ({ badge: { kind: 'low', units: 8 } }),
  },
  {
    name: { 'zh-CN': '手作餐具两件套', 'zh-TW': '手作餐具兩件組', en: 'Tableware set' },
    points: 500,
    change: ({ format }) => ({
      market: format.money(5200, 'CNY'),
      mix: { pointsMin: 200, cash: format.money(3000, 'CNY') },
    }),
  },
  {
    name: { 'zh-CN': '改衣服务一次', 'zh-TW': '修改衣服一次', en: 'One alteration' },
    points: 380,
    change: () => ({ kind: 'service', badge: { kind: 'limited', limit: 1 } }),
  },
  {
    name: { 'zh-CN': '羊毛围巾', 'zh-TW': '羊毛圍巾', en: 'Wool scarf' },
    points: 1600,
    change: () => ({ badge: { kind: 'sold_out' } }),
  },
  {
    name: { 'zh-CN': '联名限量 T 恤', 'zh-TW': '聯名限量 T 恤', en: 'Co-brand tee' },
    points: 1500,
    change: ({ nowMs }) => ({ badge: { kind: 'not_started', startsAtMs: nowMs + 2 * DAY_MS } }),
  },
  {
    name: { 'zh-CN': '智能手表', 'zh-TW': '智慧手錶', en: 'Smart watch' },
    points: 5000,
    change: () => ({ badge: { kind: 'ended' } }),
  },
];

/** Drawings of each look's own shop; the last sample has none. */
const PICTURES: Record<Theme['layout'], string[]> = {
  editorial: ['coupon-10', 'hair-ties', 'tableware', 'alteration', 'scarf', 'tee'],
  soft: ['treatment-20', 'masks', 'candle', 'neck-shoulders', 'travel-set', 'hand-care'],
  lively: ['course-20', 'notebook', 'desk-lamp', 'feedback', 'drawing-tablet', 'certificate'],
};

/** Tiles with every badge, kind and price that there is, and one without a picture. */
export function sampleTiles(words: Words, layout: Theme['layout'], folder: string): RewardTileView[] {
  return SAMPLES.map(({ name, points, change }, position) => ({
    rewardId: `sample-${position}`,
    kind: 'goods',
    name: { text: name[words.locale], lang: words.locale },
    pictureUrl: pictureOf(PICTURES[layout][position], folder),
    points,
    market: null,
    mix: null,
    voucher: null,
    badge: null,
    ...change?.(words),
  }));
}

function pictureOf(file: string | undefined, folder: string): string | null {
  return file ? `/pictures/${folder}/${file}.svg` : null;
}

type CardSample = { member: (nowMs: number) => MemberView; isShort?: boolean; offersJoining?: boolean };

/** Every state of the member's card. */
export const CARDS: CardSample[] = [
  { member: () => ({ kind: 'visitor' }), offersJoining: true },
  { member: () => ({ kind: 'visitor' }) },
  {
    member: (nowMs) => ({
      kind: 'known',
      balances: BALANCES,
      nextExpiry: { points: 320, expiresAtMs: nowMs + 20 * DAY_MS },
      isNew: false,
      isFrozen: false,
    }),
  },
  {
    member: () => ({
      kind: 'known',
      balances: { ...BALANCES, availablePoints: 60, pendingPoints: 0, totalPoints: 60 },
      nextExpiry: null,
      isNew: true,
      isFrozen: false,
    }),
    isShort: true,
  },
  { member: () => ({ kind: 'unknown' }) },
];

/** Every state of a reward's button. */
export const ACTIONS: ((nowMs: number) => RewardAction)[] = [
  () => ({ kind: 'redeem', points: 500, leftPoints: 786, cash: null }),
  () => ({ kind: 'redeem', points: 200, leftPoints: 0, cash: '¥30' }),
  () => ({ kind: 'short', missingPoints: 120, availablePoints: 380, pendingPoints: 0, spend: '¥120' }),
  () => ({ kind: 'sign_in' }),
  () => ({ kind: 'sold_out' }),
  (nowMs) => ({ kind: 'not_started', startsAtMs: nowMs + DAY_MS }),
  (nowMs) => ({ kind: 'ended', endedAtMs: nowMs - DAY_MS }),
  () => ({ kind: 'limit', limit: 1, taken: 1 }),
  () => ({ kind: 'stopped' }),
  () => ({ kind: 'unknown' }),
];
