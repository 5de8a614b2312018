import type { Locale, LocalizedText } from '../../domain/locale.ts';
import type { ExpiryPolicy, Rational } from '../../domain/programme/programme.ts';
import type { PointsName, ShopContact, Theme } from '../../domain/shop.ts';
import type { PriceTerms } from '../../stock/contract.ts';

/** Advisory only: the stock object has the last word on what is left. */
export type StockBand = 'in' | 'low' | 'out';

/**
 * What the rules page says about earning: a published programme with the moment it takes effect.
 * Rates are points per one major unit of the shop's currency.
 */
export type ProgrammeSummary = {
  version: number;
  hash: string;
  effectiveAtMs: number;
  baseRate: Rational;
  categoryRates: { category: string; rate: Rational }[];
  daysUntilEntry: number;
  expiry: ExpiryPolicy;
  clawback: 'owe' | 'write_off';
};

/** One reward as a list shows it. `next` is already published and takes effect at its own time. */
export type RewardCard = {
  rewardId: string;
  names: LocalizedText;
  /** Path on the mall's own host (`/pictures/…`); null draws a placeholder. */
  pictureUrl: string | null;
  marketPriceMinor: number | null;
  limitPerMember: number | null;
  /** Stopped rewards stay readable by their address but leave the lists. */
  state: 'live' | 'stopped';
  current: PriceTerms;
  next: PriceTerms | null;
};

/** A reward's own page; kept under one immutable key per published price version. */
export type RewardPage = RewardCard & { descriptions: LocalizedText };

/**
 * Everything a mall page needs besides the member's own figures, built at publish from Postgres and
 * read from the edge: a page view touches no database. Rewards stand in the shop's own order.
 */
export type MallManifest = {
  version: number;
  publishedAtMs: number;
  tenant: {
    tenantId: string;
    slug: string;
    name: string;
    locale: Locale;
    currency: string;
    timeZone: string;
    state: 'building' | 'open';
    contact: ShopContact;
  };
  theme: Theme;
  pointsName: PointsName;
  programme: { current: ProgrammeSummary | null; next: ProgrammeSummary | null };
  rewards: RewardCard[];
};

/** What `host:{slug}` holds: which shop answers on a host. */
export type HostRecord = { tenantId: string; state: 'building' | 'open' };

/** The terms that bind a member who submits at `nowMs`, and those that will follow, if published. */
export function termsAt(card: Pick<RewardCard, 'current' | 'next'>, nowMs: number) {
  return card.next && card.next.effectiveAtMs <= nowMs
    ? { current: card.next, next: null }
    : { current: card.current, next: card.next };
}
