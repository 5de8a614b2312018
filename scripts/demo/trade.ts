import type { DemoTarget } from './demo.ts';
import type { OpenShop } from './open-shop.ts';
import { seededRandom } from './random.ts';
import type { DemoPerson } from './shop.ts';
import { Visitor } from './visitor.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export type Customer = { person: DemoPerson; memberId: string; email: string };

type Purchase = {
  orderId: string;
  email: string;
  occurredAtMs: number;
  amountMinor: number;
  category: string | null;
};

/** What customers do: they join, buy for months, and are given points at the counter. 20 purchases in all. */
export async function trade(target: DemoTarget, open: OpenShop, nowMs: number): Promise<Customer[]> {
  const { shop } = open;
  const server = new Visitor(target, 'api');
  const customers: Customer[] = [];
  for (const person of shop.people) customers.push(await join(server, open, person));
  for (const purchase of purchasesOf(open, nowMs)) await report(server, open, purchase);
  for (const { person, memberId } of customers) {
    for (const [index, given] of person.given.entries()) {
      const key = `demo-${shop.slug}-given-${person.handle}-${index}`;
      await open.manager.ask(`/api/members/${memberId}/adjustments`, { json: given, key });
    }
  }
  for (const handle of ['lin', 'he']) await buyAtCounter(open, customers, handle);
  return customers;
}

async function join(server: Visitor, { shop, apiKey }: OpenShop, person: DemoPerson): Promise<Customer> {
  const { handle, displayName, phone } = person;
  const email = addressOf(handle, shop.slug);
  const json = { phone, email, externalId: `${shop.slug}-${handle}`, displayName, locale: shop.locale };
  const key = `demo-${shop.slug}-join-${handle}`;
  const { id } = await server.ask<{ id: string }>('/v1/members', { json, bearer: apiKey, key });
  return { person, memberId: id, email };
}

/** 15 of regulars, one each that is returned in part and cancelled, and one of somebody who has not joined. */
function purchasesOf({ shop }: OpenShop, nowMs: number): Purchase[] {
  const random = seededRandom(shop.slug);
  const regular = shop.people.flatMap(({ handle, boughtDaysAgo, spends }) =>
    boughtDaysAgo.map((daysAgo, index) => {
      // Most receipts are small and a few are large.
      const amountMinor = Math.round(shop.averageMinor * spends * (0.45 + 1.1 * random() ** 2));
      const category = shop.categories[Math.floor(random() * shop.categories.length)] ?? null;
      return { handle, daysAgo, orderId: orderNumber(shop, handle, index + 1), amountMinor, category };
    }),
  );
  const { handle: returning, boughtMinor } = shop.spentAndReturned;
  const others = [
    {
      handle: returning,
      daysAgo: 40,
      orderId: orderNumber(shop, returning, 1),
      amountMinor: boughtMinor,
      category: null,
    },
    {
      handle: returning,
      daysAgo: 20,
      orderId: orderNumber(shop, returning, 2),
      amountMinor: shop.averageMinor,
      category: null,
    },
    {
      handle: 'zhao',
      daysAgo: 3,
      orderId: orderNumber(shop, 'zhao', 1),
      amountMinor: shop.averageMinor,
      category: null,
    },
  ];
  return [...regular, ...others]
    .map(({ handle, daysAgo, ...purchase }) => ({
      ...purchase,
      email: addressOf(handle, shop.slug),
      occurredAtMs: nowMs - daysAgo * DAY_MS - HOUR_MS,
    }))
    .sort((left, right) => left.occurredAtMs - right.occurredAtMs);
}

async function report(server: Visitor, { shop, apiKey }: OpenShop, purchase: Purchase): Promise<void> {
  const { orderId, email, occurredAtMs, amountMinor, category } = purchase;
  const order = {
    orderId,
    channel: 'web',
    member: { email },
    currency: shop.currency,
    occurredAt: new Date(occurredAtMs).toISOString(),
    lines: [{ lineId: '1', category, amountMinor, quantity: 1 }],
  };
  const say = async (status: string) => {
    const key = `demo-${shop.slug}-order-${orderId}-${status}-${occurredAtMs}`;
    const answer = await server.send('/v1/orders', { json: { ...order, status }, bearer: apiKey, key });
    // An interrupted first start made it already, dated from another moment.
    const known = answer.status === 409 && answer.text.includes('order-changed');
    if (answer.status >= 300 && !known) throw new Error(`order ${orderId} answered ${answer.text}`);
  };
  await say('completed');
  if (orderId === orderNumber(shop, shop.spentAndReturned.handle, 2)) await say('cancelled');
}

async function buyAtCounter({ shop, clerk }: OpenShop, customers: Customer[], handle: string): Promise<void> {
  const customer = customers.find(({ person }) => person.handle === handle);
  if (!customer) return;
  const receipt = orderNumber(shop, handle, 9);
  const json = { amountMinor: Math.round(shop.averageMinor / 2), receipt };
  const key = `demo-${shop.slug}-counter-${handle}`;
  await clerk.ask(`/api/members/${customer.memberId}/purchases`, { json, key });
}

/** What stands on a receipt: a number, not a person's name. */
export function orderNumber({ people }: OpenShop['shop'], handle: string, count: number): string {
  const place = people.findIndex((person) => person.handle === handle);
  return String(2080 + (place < 0 ? people.length : place) * 10 + count);
}

function addressOf(handle: string, slug: string): string {
  return `${handle}@${slug}.example`;
}
