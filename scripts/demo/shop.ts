import type { Locale, LocalizedText } from '../../src/domain/locale.ts';
import type { PointsName } from '../../src/domain/shop.ts';
import type { PublishProgrammeInput } from '../../src/features/programme/schemas.ts';

export type DemoReward = {
  names: LocalizedText;
  descriptions: LocalizedText;
  pointsEach: number;
  /** The least points, and the cash beside them. */
  mix?: { pointsMin: number; cashMinor: number };
  marketPriceMinor: number;
  costMinor: number;
  units: number;
  limitPerMember: number;
  /** A file below web/pictures. */
  picture: string;
};

export type DemoPerson = {
  /** Part of her addresses and of the merchant's id of her. */
  handle: string;
  displayName: string;
  phone: string;
  /** How many days ago she bought something, oldest first; 0 is earlier today. */
  boughtDaysAgo: number[];
  /** How much more than the shop's average she spends. */
  spends: number;
  /** Points that staff gave her, with what they noted. */
  given: { points: number; reason: 'event' | 'correction'; note: string }[];
  /** What she redeemed, by its place on the shelf, and how far it has come; `points` beside cash. */
  redeemed: { reward: number; state: 'to_pay' | 'confirmed' | 'shipped' | 'received'; points?: number }[];
};

export type DemoAddress = Record<
  'recipientName' | 'phone' | 'country' | 'region' | 'city' | 'line1' | 'postalCode',
  string
>;

/** One demo shop: everything that a merchant would type, and what her customers then do. */
export type DemoShop = {
  slug: string;
  name: string;
  industry: 'clothing' | 'beauty' | 'courses';
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
  pointsName: PointsName;
  programme: PublishProgrammeInput;
  rewards: DemoReward[];
  /** What people buy, as the shop calls it, and an average receipt. */
  categories: (string | null)[];
  averageMinor: number;
  people: DemoPerson[];
  /** She returns part of a purchase whose points she has spent: what it cost, and what she returns. */
  spentAndReturned: { handle: string; boughtMinor: number; returnedMinor: number };
};

const rate = (numerator: number, denominator: number) => ({ numerator, denominator });
export const RATES = { one: rate(1, 1), half: rate(1, 2), fiftieth: rate(1, 50), nothing: rate(0, 1) };

type Names = Record<'lin' | 'chen' | 'zhou' | 'wu' | 'he', string>;

/** Five people whom every shop has the like of; `given` is what makes each shop's prices reachable. */
export function demoPeople(
  names: Names,
  given: { lin: DemoPerson['given']; zhou: DemoPerson['given']; he: DemoPerson['given'] },
  rewardOf: { lin: number; zhou: number; wu: number; he: number },
  phoneOf: (last: number) => string = (last) => `+861990000000${last}`,
): DemoPerson[] {
  const person = (handle: keyof Names, last: number, more: Partial<DemoPerson>): DemoPerson => ({
    handle,
    displayName: names[handle],
    phone: phoneOf(last),
    boughtDaysAgo: [],
    spends: 1,
    given: [],
    redeemed: [],
    ...more,
  });
  return [
    person('lin', 1, {
      boughtDaysAgo: [120, 88, 61, 33, 12],
      given: given.lin,
      redeemed: [{ reward: rewardOf.lin, state: 'shipped' }],
    }),
    person('chen', 2, { boughtDaysAgo: [0] }),
    person('zhou', 3, {
      boughtDaysAgo: [70, 45, 25, 9],
      given: given.zhou,
      redeemed: [{ reward: rewardOf.zhou, state: 'confirmed' }],
    }),
    person('wu', 4, { redeemed: [{ reward: rewardOf.wu, state: 'received' }] }),
    person('he', 5, {
      boughtDaysAgo: [150, 100, 64, 30, 16],
      spends: 3,
      given: given.he,
      redeemed: [{ reward: rewardOf.he, state: 'received' }],
    }),
  ];
}

/** The same people, some of whom redeemed more. */
export function redeemingMore(
  people: DemoPerson[],
  more: Readonly<Record<string, DemoPerson['redeemed']>>,
): DemoPerson[] {
  return people.map((person) => ({
    ...person,
    redeemed: [...person.redeemed, ...(more[person.handle] ?? [])],
  }));
}
