import { startOfDayAfter } from '../../src/domain/calendar.ts';
import { crowdOf } from './crowd.ts';
import { days, HOUR_MS, momentOf, momentsOf } from './moments.ts';
import type { DemoShop, Story, Trade } from './shop.ts';

/** A visit of an older member; without an amount she pays what people pay. */
export type Visit = { atMs: number; amountMinor?: number };

/** What a shop's story asks of its list of older members. */
export type Plan = {
  /** Whether the plan alone tells who came at that moment. */
  decides(atMs: number): boolean;
  /** What it has the member at that place of the list buy. */
  visitsOf(place: number): Visit[];
  /** Whether somebody whose card begins then was a customer with a paper card before. */
  isOldCustomer(firstAtMs: number): boolean;
  /** Between how many days ago she came for the first time; null: whenever. */
  firstDaysAgo(place: number): { from: number; to: number; isNew: boolean } | null;
};

const NO_STORY: Plan = {
  decides: () => false,
  visitsOf: () => [],
  isOldCustomer: () => false,
  firstDaysAgo: () => null,
};
const STORY_DAYS = 30;
/** When shops are open: half past ten until nine in the evening. */
const OPENS_MS = 10.5 * HOUR_MS;
const OPEN_FOR_MS = 10 * HOUR_MS;
const OLD_CUSTOMERS = 0.75;
/** Thirteen months of purchases. */
export const DAYS_TOLD = 395;

/** What a shop's list must tell so that it and everybody's own story come to the shop's figures. */
export function planOf(shop: DemoShop, random: () => number, nowMs: number): Plan {
  const { tells } = shop.history;
  if (tells === null) return NO_STORY;
  return tells.of === 'opening' ? openingPlan({ shop, random, nowMs }, tells) : gatheringPlan(shop, tells);
}

/** When the shop opens in its story: a day before anybody comes. */
export function openedAtMs(nowMs: number): number {
  const [first = 0] = momentsOf('full');
  return nowMs - (first + days(1)) * HOUR_MS;
}

type Told = { shop: DemoShop; random: () => number; nowMs: number };

function openingPlan(told: Told, { before, after }: Story & { of: 'opening' }): Plan {
  const { shop, random, nowMs } = told;
  const startOf = (day: number) => startOfDayAfter(openedAtMs(nowMs), day, shop.timeZone);
  const visits = new Map<number, Visit[]>();
  const tell = (firstDay: number, trade: Trade) => {
    const window = { fromMs: startOf(firstDay), toMs: startOf(firstDay + STORY_DAYS) };
    const buyers = tradeOf(told, remaining(told, trade, window));
    for (const { place, bought } of buyers)
      for (const { day, amountMinor } of bought) {
        const atMs = Math.floor(startOf(firstDay + day) + OPENS_MS + random() * OPEN_FOR_MS);
        visits.set(place, [...(visits.get(place) ?? []), { atMs, amountMinor }]);
      }
  };
  tell(-STORY_DAYS, before);
  tell(0, after);
  const [fromMs, openedMs, toMs] = [startOf(-STORY_DAYS), startOf(0), startOf(STORY_DAYS)];
  return {
    // Who bought in the weeks before the mall was there is seldom new to the shop.
    isOldCustomer: (atMs) => atMs >= fromMs && atMs < openedMs && random() < OLD_CUSTOMERS,
    decides: (atMs) => atMs >= fromMs && atMs < toMs,
    visitsOf: (place) => visits.get(place) ?? [],
    firstDaysAgo: () => null,
  };
}

/** What is left for the list to tell, beside those who live through those days themselves: each buys once. */
function remaining(
  { shop, nowMs }: Told,
  trade: Trade,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): Trade {
  const own = [...shop.people, ...crowdOf(shop)]
    .flatMap(({ orders }) => orders.filter(({ isCancelled }) => !isCancelled))
    .filter(({ hoursAgo }) => nowMs - hoursAgo * HOUR_MS >= fromMs && nowMs - hoursAgo * HOUR_MS < toMs);
  return {
    orders: trade.orders - own.length,
    buyers: trade.buyers - own.length,
    returned: trade.returned,
    salesMinor: own.reduce((left, { amountMinor }) => left - amountMinor, trade.salesMinor),
  };
}

type Buyer = { place: number; bought: { day: number; amountMinor: number }[] };

/** Who of the list bought on which of the days, for how much: together exactly that trade. */
function tradeOf({ shop, random }: Told, { orders, buyers, returned, salesMinor }: Trade): Buyer[] {
  if (orders !== buyers + returned) throw new Error('each buyer bought once, and who returned twice');
  const amounts = Array.from({ length: orders }, () => shop.history.visit(random, { number: 1 }).amountMinor);
  let left = salesMinor - amounts.reduce((sum, each) => sum + each, 0);
  for (let place = 0; left !== 0; place = (place + 1) % orders) {
    const change = Math.sign(left) * Math.min(100, Math.abs(left));
    amounts[place] = (amounts[place] ?? 0) + change;
    left -= change;
  }
  const places = Array.from({ length: shop.history.size }, (_, place) => ({ place, draw: random() }));
  return places
    .toSorted((one, other) => one.draw - other.draw)
    .slice(0, buyers)
    .map(({ place }, index) => {
      const first = Math.floor(random() * STORY_DAYS);
      const again = (first + 1 + Math.floor(random() * (STORY_DAYS - 1))) % STORY_DAYS;
      const on = index < returned ? [first, again] : [first];
      return { place, bought: on.map((day) => ({ day, amountMinor: amounts.pop() ?? 0 })) };
    });
}

/** So many of the list are new in those days that they and all who join by themselves come to the figures. */
function gatheringPlan(shop: DemoShop, { before, after, endedDaysAgo }: Story & { of: 'gathering' }): Plan {
  const moments = momentsOf('full');
  const joined = [...shop.people, ...crowdOf(shop)].map(({ joinedHoursAgo }) =>
    momentOf(moments, joinedHoursAgo),
  );
  const begunDaysAgo = endedDaysAgo + STORY_DAYS;
  const since = (daysAgo: number) => joined.filter((hoursAgo) => hoursAgo < days(daysAgo)).length;
  const count = after - before - (since(begunDaysAgo) - since(endedDaysAgo));
  const size = after - (joined.length - since(endedDaysAgo));
  if (shop.history.size !== size) throw new Error(`${shop.slug}: its list must hold ${size} members`);
  return {
    ...NO_STORY,
    firstDaysAgo: (place) =>
      place < count
        ? { from: endedDaysAgo, to: begunDaysAgo, isNew: true }
        : { from: begunDaysAgo + 1, to: DAYS_TOLD, isNew: false },
  };
}
