import { ask } from './ask.ts';
import { crowdOf } from './crowd.ts';
import type { DemoTarget } from './demo.ts';
import { days, momentOf, OLDEST_TO_SHIP, type StoryLength } from './moments.ts';
import type { OpenShop } from './open-shop.ts';
import { handle, redeem, signIn, type Underway } from './redeem.ts';
import type { DemoPerson } from './shop.ts';
import {
  bringPaperCard,
  buyAtCounter,
  type Customer,
  give,
  join,
  orderNumber,
  report,
  returnPart,
} from './trade.ts';
import { Visitor } from './visitor.ts';

/** Somebody who only buys: her order waits until she joins. */
export const STRANGER = 'zhao';

/** A shop's months: who is there by now, and what is underway. */
export type Life = {
  people: DemoPerson[];
  customers: Map<string, Customer>;
  underway: Underway[];
  /** How many orders were told. */
  orders: number;
};

export function beginLife({ shop }: OpenShop, length: StoryLength): Life {
  const people = length === 'full' ? [...shop.people, ...crowdOf(shop)] : shop.people;
  return { people, customers: new Map(), underway: [], orders: 0 };
}

/**
 * Everything that happened since the moment before: the shop first does what it owes, then people join,
 * buy, are given points and redeem, each in the order in which they came.
 */
export async function live(
  target: DemoTarget,
  open: OpenShop,
  life: Life,
  { moments, moment }: { moments: readonly number[]; moment: number },
): Promise<void> {
  const { shop } = open;
  const server = new Visitor(target, 'api');
  const isNow = (hoursAgo: number) => momentOf(moments, hoursAgo) === moment;
  for (const underway of life.underway) if (underway.steps.length > 0) await handle(open, underway);
  for (const [place, person] of life.people.entries()) {
    if (isNow(person.joinedHoursAgo)) life.customers.set(person.handle, await join(server, open, person));
    for (const [index, order] of person.orders.entries()) {
      if (!isNow(order.hoursAgo)) continue;
      const orderId = orderNumber(place, index + 1);
      await report(server, open, { handle: person.handle, orderId, order });
      life.orders += 1;
    }
  }
  for (const [place, person] of life.people.entries()) {
    const customer = life.customers.get(person.handle);
    if (!customer) continue;
    for (const [index, given] of person.given.entries())
      if (isNow(given.hoursAgo)) await give(open, customer, index);
    await comeNow(target, open, { customer, isNow, life });
    if (isNow(OLDEST_TO_SHIP)) await bringPaperCard(open, person);
    if (moment > 0) continue;
    if (person.handle === 'lin' || person.handle === 'he') {
      await buyAtCounter(open, customer, orderNumber(place, 0));
    }
    if (person.handle === shop.spentAndReturned.handle) await returnPart(server, open, orderNumber(place, 1));
  }
  if (moment > 0) return;
  const order = { hoursAgo: days(3), amountMinor: shop.averageMinor, category: null };
  await report(server, open, { handle: STRANGER, orderId: orderNumber(life.people.length, 1), order });
  for (const underway of life.underway) while (underway.steps.length > 0) await handle(open, underway);
}

/** She signs in on the mall to redeem, or to write to the shop. */
async function comeNow(
  target: DemoTarget,
  open: OpenShop,
  { customer, isNow, life }: { customer: Customer; isNow: (hoursAgo: number) => boolean; life: Life },
): Promise<void> {
  const { redeemed, asks = [] } = customer.person;
  if (![...redeemed, ...asks].some(({ hoursAgo }) => isNow(hoursAgo))) return;
  const member = await signIn(target, open, customer);
  for (const [index, { hoursAgo }] of redeemed.entries()) {
    if (isNow(hoursAgo)) life.underway.push(await redeem(target, open, { customer, index, member }));
  }
  for (const asked of asks) if (isNow(asked.hoursAgo)) await ask(open, { customer, member, asked });
}
