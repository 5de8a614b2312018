import { templateOf } from '../../src/domain/template/template-of.ts';
import { days, OLDEST_TO_SHIP } from './moments.ts';
import { seededRandom } from './random.ts';
import type { DemoOrder, DemoPerson, DemoRedemption, DemoShop } from './shop.ts';

const MONTHS_OPEN = 10;
/** Where a story counts who joined in the last weeks, its list tells of them. */
const GATHERED_DAYS_AGO = 50;
/** The share of them who bought something in the last weeks. */
const COME_LATELY = 0.7;

/** What waits for the shop today: parcels, the oldest for 31 hours, and a voucher that is not used yet. */
const WAITING: { reward: 'cheapest' | 'second' | 'coupon'; hoursAgo: number }[] = [
  { reward: 'cheapest', hoursAgo: OLDEST_TO_SHIP },
  { reward: 'second', hoursAgo: OLDEST_TO_SHIP },
  { reward: 'cheapest', hoursAgo: 6 },
  { reward: 'cheapest', hoursAgo: 6 },
  { reward: 'second', hoursAgo: 0 },
  { reward: 'coupon', hoursAgo: 6 },
];

/**
 * The customers beside those who are named: most buy a little and some a lot, a third redeem. The first
 * few are regulars whose parcels and vouchers wait today. The same for the same shop on every machine.
 */
export function crowdOf(shop: DemoShop): DemoPerson[] {
  const random = seededRandom(shop.slug);
  return Array.from({ length: shop.crowd.size }, (_, place) => oneOf(shop, place, random));
}

function oneOf(shop: DemoShop, place: number, random: () => number): DemoPerson {
  const { surnames, givenNames, phoneOf } = shop.crowd;
  const pick = <Item>(from: ArrayLike<Item>) => from[Math.floor(random() * from.length)] as Item;
  const waits = WAITING[place];
  const least = shop.history.tells?.of === 'gathering' ? GATHERED_DAYS_AGO : 10;
  const joinedDaysAgo = waits ? 150 : Math.floor(least + random() * (MONTHS_OPEN * 30 - least));
  const person = {
    handle: `m${String(place + 1).padStart(3, '0')}`,
    displayName: `${pick(surnames)}${pick(givenNames)}`,
    phone: phoneOf(place),
    joinedHoursAgo: days(joinedDaysAgo),
    given: [],
  };
  if (waits) return { ...person, ...waiting(shop, waits) };
  const count = 1 + Math.floor(5 * random() ** 2);
  const orders: DemoOrder[] = Array.from({ length: count }, () => ({
    hoursAgo: days(Math.floor(1 + random() * (joinedDaysAgo - 1))) + Math.floor(random() * 12),
    // Most receipts are small and a few are large.
    amountMinor: Math.round(shop.averageMinor * (0.4 + 1.4 * random() ** 2)),
    category: pick(shop.categories),
    isVisit: hasVisits(shop),
  })).toSorted((left, right) => right.hoursAgo - left.hoursAgo);
  if (random() < COME_LATELY) orders.push(lately(shop, random));
  return { ...person, orders, redeemed: place % 3 === 0 ? affordable(shop, orders) : [] };
}

/** A purchase of the last weeks, so that the shop's figures of thirty days have something to say. */
function lately(shop: DemoShop, random: () => number): DemoOrder {
  const hoursAgo = 7 + Math.floor(random() ** 1.5 * days(18));
  const amountMinor = Math.round(shop.averageMinor * (0.6 + random()));
  return { hoursAgo, amountMinor, category: null, isVisit: hasVisits(shop) };
}

/** Whether people come to the shop for a service rather than for goods. */
function hasVisits(shop: DemoShop): boolean {
  return template(shop).visitPoints !== undefined;
}

/** Buys three times for what she then redeems. */
function waiting(shop: DemoShop, { reward, hoursAgo }: (typeof WAITING)[number]) {
  const { rewards } = template(shop);
  const [cheapest, second] = rewards.filter(({ kind, key }) => kind === 'goods' && isPlentiful(shop, key));
  const coupon = rewards.find(({ kind }) => kind === 'coupon');
  const wanted = { cheapest, second, coupon }[reward];
  if (!wanted) throw new Error(`${shop.slug} has no ${reward} reward`);
  const amountMinor = Math.ceil((costing(shop, wanted.pointsEach) * 1.2) / 3);
  const orders = [120, 75, 40].map((ago) => ({ hoursAgo: days(ago), amountMinor, category: null }));
  const state: DemoRedemption['state'] = reward === 'coupon' ? 'issued' : 'confirmed';
  return { orders, redeemed: [{ reward: wanted.key, hoursAgo, state }] };
}

/** Goods that are not nearly gone: those are left to whoever looks at the demo. */
function isPlentiful(shop: DemoShop, key: string): boolean {
  return !(key in shop.nearlyGone);
}

/** The dearest that her orders of more than a month ago carry, and long received. */
function affordable(shop: DemoShop, orders: readonly DemoOrder[]): DemoRedemption[] {
  const settled = orders.filter(({ hoursAgo, category }) => hoursAgo > days(75) && category === null);
  const { baseRate, rewards } = template(shop);
  const spent = settled.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const points = Math.floor((spent * baseRate.numerator) / baseRate.denominator / 100);
  const dearest = rewards
    .filter(({ key, pointsEach }) => pointsEach <= points && isPlentiful(shop, key))
    .toSorted((left, right) => right.pointsEach - left.pointsEach)[0];
  if (!dearest) return [];
  const state = dearest.kind === 'goods' ? ('received' as const) : ('used' as const);
  return [{ reward: dearest.key, hoursAgo: days(60), state }];
}

const template = ({ industry, currency, locale }: DemoShop) => templateOf(industry, { currency, locale });

/** What must be spent for so many points, in minor units of a currency of two decimals. */
function costing(shop: DemoShop, points: number): number {
  const { numerator, denominator } = template(shop).baseRate;
  return Math.ceil((points * denominator * 100) / numerator);
}
