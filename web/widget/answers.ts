// What the widget's routes answer, as far as it is looked at here. The schemas themselves would bring the
// Worker's types along; test/widget/agreement.test.ts holds the two together.
import type { Locale } from '../../src/domain/locale.ts';

type Theme = {
  layout: 'editorial' | 'soft' | 'lively';
  heading: 'serif' | 'sans';
  cornerPixels: number;
  light: Record<string, string>;
  dark: Record<string, string>;
};

export type Reward = {
  id: string;
  name: string;
  /** The language that the name is really in. */
  nameLocale: Locale;
  pictureUrl: string | null;
  points: number;
  mix: { pointsMin: number } | null;
  /** The fewest points and their cash, in words. */
  mixPrice: string | null;
  /** What a coupon or a service issues, in words; null for goods. */
  voucher: { worth: string | null; validity: string } | null;
  /** What sending it costs, in minor units, and how that is said. */
  shippingFeeMinor: number;
  sentLine: string;
  priceVersion: number;
  band: 'in' | 'low' | 'out';
  /** What is said of it; null: nothing. */
  stockWord: string | null;
  endsAt: string | null;
  marketPrice: string | null;
  limitPerMember: number | null;
  path: string;
};

/** The published mall: the same for everyone. */
export type Mall = {
  mall: { name: string; nameLocale: Locale };
  timeZone: string;
  currency: string;
  pointsName: { one: string; other: string };
  /** The path of the icon for points. */
  pointsIcon: string;
  theme: Theme;
  earning: { amount: string; pointsText: string } | null;
  /** The shop's own. */
  country: string | null;
  /** How goods can come to her: `send`, `pickUp`, or `pickUp:` with a branch. */
  ways: { value: string; name: string; line: string | null }[];
  rewards: Reward[];
};

export type Delivery = {
  recipientName: string;
  phone: string;
  country: string;
  region: string;
  city: string;
  line1: string;
  line2: string | null;
  postalCode: string | null;
};

/** The member's own figures. */
export type Me = {
  balances: { availablePoints: number; pendingPoints: number; heldPoints: number; debtPoints: number };
  nextExpiry: { points: number; at: string } | null;
  toRedeem: string[];
  /** With points and cash, in the mall. */
  toCombine: string[];
  /** Had as often as one member may. */
  atLimit: string[];
  progress: { rewardId: string; missingPoints: number } | null;
  lastAddress: Delivery | null;
  openRedemptions: number;
};

export type OpenedSession = { bearer: string; member: { id: string } };

export type Entry = {
  seq: number;
  at: string;
  points: number;
  balanceAfter: number;
  label: string;
  subject: { text: string; locale: Locale | null } | null;
  why: string[];
};
export type EntryPage = { items: Entry[]; nextCursor: string | null };

export type RedeemRequest = {
  rewardId: string;
  priceVersion: number;
  pointsEach: number;
  /** Null where nothing is delivered. */
  delivery: Delivery | null;
  pickUp: boolean;
  branchId: string | null;
  shippingFeeMinor: number;
  /** What was sent to her, where so many points asked for it. */
  code?: string;
};

export type Redemption = {
  id: string;
  number: string;
  state: string;
  name: string;
  nameLocale: Locale;
  points: number;
  undoneBecause: string | null;
  /** The code to show in the shop; null for goods and until it is issued. */
  voucher: { code: string; worth: string | null; validity: string } | null;
  /** What happens next with goods. */
  next: string[];
  path: string;
};

export type Ticket = { url: string };
