import type { PriceTerms } from '../../domain/catalogue/price-terms.ts';
import type { RewardKind } from '../../domain/catalogue/reward-kind.ts';
import type { Design } from '../../domain/design/design.ts';
import type { Locale, LocalizedText } from '../../domain/locale.ts';
import type { ExpiryPolicy, Rational } from '../../domain/programme/programme.ts';
import type { PointsName, ShopContact, Theme } from '../../domain/shop.ts';
import type { ShopClosing } from '../../domain/shop-closing.ts';
import type { MallSettings } from '../../domain/shop-settings.ts';

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
  /** What joining gives; absent: nothing. */
  signUpBonus?: number;
  /** What coming gives beside what is paid; absent: nothing. */
  visitPoints?: number;
  daysUntilEntry: number;
  expiry: ExpiryPolicy;
  clawback: 'owe' | 'write_off';
  graceDays: number;
  openHoldsMax: number;
};

/**
 * One reward as a list shows it. `next` is published already and takes effect at its own time: draw
 * what `termsAt(card, nowMs)` of domain/catalogue gives.
 */
export type RewardCard = {
  rewardId: string;
  /** Counts this reward's publications; names its immutable page key. */
  revision: number;
  /** Absent: goods. What a voucher is good for stands in the terms. */
  kind?: RewardKind;
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

/** A reward's own page; kept under one immutable key per publication. */
export type RewardPage = RewardCard & { descriptions: LocalizedText };

/** How members can pay the cash of a reward; neither means that rewards cost points alone. */
export type MallPayments = { online: boolean; counter: boolean };

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
    /** When it closes; absent: it does not. Whoever draws a page decides by the clock. */
    closing?: ShopClosing;
  };
  theme: Theme;
  /** A manifest of an earlier release has none: then `plainDesign(theme)`. */
  design?: Design;
  pointsName: PointsName;
  programme: { current: ProgrammeSummary | null; next: ProgrammeSummary | null };
  /** The versions published last, newest first, those in force among them. An earlier release's manifest has none. */
  programmeHistory?: ProgrammeSummary[];
  payments: MallPayments;
  rewards: RewardCard[];
  /** Where the shop's widget may stand. A manifest of an earlier release has none: it may stand nowhere. */
  widget?: { origins: string[] };
  /** What the shop set of branches, delivery, returns and languages; absent: nothing. */
  settings?: MallSettings;
};

/** What `host:{slug}` holds: which shop answers on a host. */
export type HostRecord = { tenantId: string; state: 'building' | 'open' };
