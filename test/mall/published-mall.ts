import type { MallManifest, ProgrammeSummary, RewardCard } from '../../src/features/publication/manifest.ts';
import { MIANYU_THEME, POINTS_NAME } from './fixtures.ts';

/** A reward on the shelf; a test says what differs. */
export function card(rewardId: string, pointsEach: number, change: Partial<RewardCard> = {}): RewardCard {
  return {
    rewardId,
    revision: 1,
    names: { 'zh-CN': rewardId },
    pictureUrl: null,
    marketPriceMinor: null,
    limitPerMember: null,
    state: 'live',
    current: { priceVersion: 1, pointsEach, effectiveAtMs: 0, startsAtMs: null, endsAtMs: null },
    next: null,
    ...change,
  };
}

/** One point for ¥1, credited after a week, void at the end of the next year. */
export const RULES: ProgrammeSummary = {
  version: 3,
  hash: 'a'.repeat(64),
  effectiveAtMs: 0,
  baseRate: { numerator: 1, denominator: 1 },
  categoryRates: [],
  daysUntilEntry: 7,
  expiry: { kind: 'end_of_next_year' },
  clawback: 'owe',
  graceDays: 7,
  openHoldsMax: 10,
};

/** An open mall with these rewards and nothing else. */
export function mall(rewards: RewardCard[], change: Partial<MallManifest> = {}): MallManifest {
  return {
    version: 1,
    publishedAtMs: 0,
    tenant: {
      tenantId: 'ten_1',
      slug: 'mianyu',
      name: '棉屿',
      locale: 'zh-CN',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      state: 'open',
      contact: { phone: null, email: null, address: null },
    },
    theme: MIANYU_THEME,
    pointsName: POINTS_NAME,
    programme: { current: null, next: null },
    payments: { online: false, counter: false },
    rewards,
    ...change,
  };
}

/** The same with rules in force. */
export const MANIFEST: MallManifest = mall([], { programme: { current: RULES, next: null } });
