import type { Industry } from '../../src/domain/industry.ts';
import type { Locale, LocalizedText } from '../../src/domain/locale.ts';

export type DemoOrder = {
  hoursAgo: number;
  amountMinor: number;
  category: string | null;
  /** Told as completed, then taken back. */
  isCancelled?: boolean;
  /** She came for a service. */
  isVisit?: boolean;
};

export type DemoRedemption = {
  /** A key of the shop's template. */
  reward: string;
  hoursAgo: number;
  /** How far it has come by now; `issued` and `used` are vouchers. */
  state: 'to_pay' | 'confirmed' | 'shipped' | 'received' | 'issued' | 'used';
  /** The points beside cash. */
  points?: number;
};

export type DemoPerson = {
  /** Part of her addresses and of the merchant's id of her. */
  handle: string;
  displayName: string;
  phone: string;
  joinedHoursAgo: number;
  /** What she bought, oldest first. */
  orders: DemoOrder[];
  /** Points that staff gave her, with what they noted. */
  given: { hoursAgo: number; points: number; reason: 'event' | 'correction' | 'goodwill'; note: string }[];
  redeemed: DemoRedemption[];
  /** What she writes to the shop: a question, or the order whose points she misses. */
  asks?: ({ hoursAgo: number } & ({ text: string } | { missingOrder: string }))[];
  /** Points of her paper card, from last December and ending with this year. */
  paperCard?: { number: string; points: number };
  /** One of those who are named on the demo's page, and what she is there to show. */
  shows?: string;
};

export type DemoAddress = Record<
  'recipientName' | 'phone' | 'country' | 'region' | 'city' | 'line1' | 'postalCode',
  string
>;

/** So many purchases by so many members, of whom `returned` bought on two days; the rest once. */
export type Trade = { orders: number; buyers: number; returned: number; salesMinor: number };

export type Story =
  /** The thirty days before the mall opened, and those from then on. */
  | { of: 'opening'; before: Trade; after: Trade }
  /** How many members there were before thirty days of gathering them, and after; they ended so long ago. */
  | { of: 'gathering'; before: number; after: number; endedDaysAgo: number };

/** One demo shop: everything that a merchant would type, and what her customers then do. */
export type DemoShop = {
  slug: string;
  name: string;
  industry: Exclude<Industry, 'other'>;
  locale: Locale;
  currency: string;
  timeZone: string;
  staffNames: Record<'owner' | 'manager' | 'clerk', string>;
  contact: { phone: string; email: string; address: string };
  /** Who carries its parcels, and where its customers live. */
  carrier: { name: string; numberPrefix: string; numberDigits: number };
  /** Whether members may pay in the shop, and where its account at Stripe is; null takes no cards. */
  cash: { counter: boolean; country: string | null };
  addressOf: (index: number) => Omit<DemoAddress, 'recipientName' | 'phone'>;
  /** What stands on its mall besides the template's look. */
  words: { announcement: LocalizedText; banner: LocalizedText; openingHours: LocalizedText };
  registrationNumber: string | null;
  /** Rewards whose units are nearly gone, and how many are left. */
  nearlyGone: Readonly<Record<string, number>>;
  /** A reward that is sold from next Friday at eight in the evening on. */
  drop: string | null;
  /** The template's categories are the programme's; these are what people buy, none being the usual. */
  categories: (string | null)[];
  /** An average receipt, in minor units. */
  averageMinor: number;
  /** Those who are named and have joined. */
  people: DemoPerson[];
  /** Somebody who only buys: an order waits until she joins, and the demo's page says so. */
  stranger: { name: string; shows: string };
  /** How many there are besides, and what such people are called. */
  crowd: { size: number; surnames: string; givenNames: string[]; phoneOf: (place: number) => string };
  /** The members of its paper cards, whom it brings along: `historyOf`. */
  history: {
    size: number;
    /** More given names: a long list of few is no list of people. */
    givenNames: string[];
    phoneOf: (place: number) => string;
    /** How often somebody came in thirteen months, least and most, from the many to the few. */
    visitsByTier: [least: number, most: number][];
    /** How often somebody who can afford something takes it when she comes. */
    redeems: number;
    /** What a paper card may have held, in thirties of points. */
    paperCard: number;
    words: { paper: string };
    /** What she did that day, by its number on her card; `points` where it was no purchase. */
    visit: (
      random: () => number,
      day: { number: number; amountMinor?: number },
    ) => { amountMinor: number; points?: number; note: string };
    /** What its figures tell, which history and everybody's own story come to together. */
    tells: Story | null;
  };
  /** She returns part of a purchase whose points she has spent: her first order, in part. */
  spentAndReturned: { handle: string; returnedMinor: number };
};
