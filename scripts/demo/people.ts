import { days, OLDEST_TO_SHIP } from './moments.ts';
import type { DemoPerson } from './shop.ts';

type Redeemed = Omit<DemoPerson['redeemed'][number], 'hoursAgo'>;
type Given = DemoPerson['given'][number];
type Handle = 'lin' | 'chen' | 'zhou' | 'wu' | 'he';

/** What differs between the shops' like of the same five people. */
export type NamedPeople = {
  names: Record<Handle, string>;
  phoneOf: (last: number) => string;
  /** What stands for ¥1 in the orders below, in minor units. */
  yuanMinor: number;
  lin: {
    paperCard: NonNullable<DemoPerson['paperCard']>;
    given: Given[];
    received: string;
    shipped: string;
    shows: string;
  };
  chen: { boughtMinor: number; missingOrder: string; shows: string };
  zhou: { given: Given[]; redeemed: (Redeemed & { hoursAgo: number })[]; question: string; shows: string };
  wu: { boughtMinor: number; received: string; shows: string };
  he: { given: Given[]; redeemed: (Redeemed & { hoursAgo: number })[]; complaint: string; shows: string };
};

/** A year with the shop: [days ago, yuan]. */
const LINS_ORDERS = [
  [300, 428],
  [262, 268],
  [228, 512],
  [196, 368],
  [160, 259],
  [128, 486],
  [96, 338],
  [74, 299],
  [52, 456],
  [33, 388],
  [20, 256],
  [12, 112],
] as const;
/** ¥2,920 in all: ¥80 are missing to the next tier, once there are tiers. */
const ZHOUS_ORDERS = [
  [240, 388],
  [190, 512],
  [150, 266],
  [110, 428],
  [76, 359],
  [44, 498],
  [21, 281],
  [9, 188],
] as const;
const HES_ORDERS = [
  [310, 899],
  [270, 1280],
  [230, 768],
  [185, 1106],
  [140, 958],
  [100, 1380],
  [64, 688],
  [30, 1120],
  [16, 866],
] as const;

/** The five whom every shop has the like of; a sixth, Zhao, only buys and has not joined: `STRANGER`. */
export function namedPeople(shop: NamedPeople): DemoPerson[] {
  const { lin, chen, zhou, wu, he } = shop;
  const person = (handle: Handle, last: number, more: Partial<DemoPerson>): DemoPerson => ({
    handle,
    displayName: shop.names[handle],
    phone: shop.phoneOf(last),
    joinedHoursAgo: days(320),
    orders: [],
    given: [],
    redeemed: [],
    ...more,
  });
  const ordered = (orders: readonly (readonly [daysAgo: number, yuan: number])[]) =>
    orders.map(([ago, yuan]) => ({
      hoursAgo: days(ago) + 3,
      amountMinor: yuan * shop.yuanMinor,
      category: null,
    }));
  return [
    person('lin', 1, {
      orders: [
        ...ordered(LINS_ORDERS),
        { hoursAgo: days(10), amountMinor: 199 * shop.yuanMinor, category: null, isCancelled: true },
      ],
      paperCard: lin.paperCard,
      given: lin.given,
      redeemed: [
        { reward: lin.received, hoursAgo: days(60), state: 'received' },
        { reward: lin.shipped, hoursAgo: days(4), state: 'shipped' },
      ],
      shows: lin.shows,
    }),
    person('chen', 2, {
      joinedHoursAgo: 31,
      orders: [{ hoursAgo: 7, amountMinor: chen.boughtMinor, category: null }],
      asks: [{ hoursAgo: 6, missingOrder: chen.missingOrder }],
      shows: chen.shows,
    }),
    person('zhou', 3, {
      joinedHoursAgo: days(245),
      orders: ordered(ZHOUS_ORDERS),
      given: zhou.given,
      redeemed: zhou.redeemed,
      asks: [{ hoursAgo: 6, text: zhou.question }],
      shows: zhou.shows,
    }),
    person('wu', 4, {
      joinedHoursAgo: days(90),
      orders: [{ hoursAgo: days(70), amountMinor: wu.boughtMinor, category: null }],
      redeemed: [{ reward: wu.received, hoursAgo: days(35), state: 'received' }],
      shows: wu.shows,
    }),
    person('he', 5, {
      orders: ordered(HES_ORDERS),
      given: he.given,
      redeemed: he.redeemed,
      asks: [{ hoursAgo: OLDEST_TO_SHIP, text: he.complaint }],
      shows: he.shows,
    }),
  ];
}
