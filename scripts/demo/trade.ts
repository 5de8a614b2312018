import { endOfNextYear } from '../../src/domain/calendar.ts';
import { HOUR_MS } from './moments.ts';
import type { OpenShop } from './open-shop.ts';
import type { DemoOrder, DemoPerson } from './shop.ts';
import type { Visitor } from './visitor.ts';

export type Customer = { person: DemoPerson; memberId: string; email: string };

/** Receipts of one person; nobody here buys more often. */
const RECEIPTS_EACH = 20;

export async function join(server: Visitor, open: OpenShop, person: DemoPerson): Promise<Customer> {
  const { shop, apiKey } = open;
  const { handle, displayName, phone } = person;
  const email = addressOf(handle, shop.slug);
  const json = { phone, email, externalId: `${shop.slug}-${handle}`, displayName, locale: shop.locale };
  const key = `demo-${shop.slug}-join-${handle}`;
  const { id } = await server.ask<{ id: string }>('/v1/members', { json, bearer: apiKey, key });
  return { person, memberId: id, email };
}

/** The shop's server tells of a purchase, and takes back what was cancelled. */
export async function report(
  server: Visitor,
  { shop, apiKey, nowMs }: OpenShop,
  { handle, orderId, order }: { handle: string; orderId: string; order: DemoOrder },
): Promise<void> {
  const { hoursAgo, amountMinor, category, isCancelled, isVisit } = order;
  const told = {
    orderId,
    channel: 'web',
    member: { email: addressOf(handle, shop.slug) },
    currency: shop.currency,
    occurredAt: new Date(nowMs - hoursAgo * HOUR_MS).toISOString(),
    lines: [{ lineId: '1', category, amountMinor, quantity: 1 }],
    ...(isVisit && { visit: { service: null } }),
  };
  for (const status of isCancelled ? ['completed', 'cancelled'] : ['completed']) {
    const key = `demo-${shop.slug}-order-${orderId}-${status}`;
    await server.ask('/v1/orders', { json: { ...told, status }, bearer: apiKey, key });
  }
}

/**
 * The owner brings in what stood on her paper card at the end of last year: it ends with this one. Done
 * after she redeemed, since what ends soonest is spent first and this is to be seen.
 */
export async function bringPaperCard({ shop, owner, nowMs }: OpenShop, person: DemoPerson): Promise<void> {
  if (!person.paperCard) return;
  const { number, points } = person.paperCard;
  const year = new Date(nowMs).getUTCFullYear();
  const line = { lineId: '1', movement: 'balance', points, note: number };
  const occurredAt = new Date(Date.UTC(year - 1, 11, 15, 3)).toISOString();
  const expiresAt = new Date(endOfNextYear(Date.UTC(year - 1, 11, 15), shop.timeZone)).toISOString();
  const json = {
    batchId: 'demo-paper-card',
    members: [{ email: addressOf(person.handle, shop.slug), lines: [{ ...line, occurredAt, expiresAt }] }],
  };
  await owner.ask('/api/imports/members', { json, key: `demo-${shop.slug}-paper-${person.handle}` });
}

export async function give(
  { shop, owner }: OpenShop,
  { person, memberId }: Customer,
  index: number,
): Promise<void> {
  const { hoursAgo: _, ...json } = person.given[index] ?? { hoursAgo: 0 };
  const key = `demo-${shop.slug}-given-${person.handle}-${index}`;
  await owner.ask(`/api/members/${memberId}/adjustments`, { json, key });
}

/** A purchase in the shop, half an average one, entered by the clerk. */
export async function buyAtCounter({ shop, clerk }: OpenShop, customer: Customer, receipt: string) {
  const json = { amountMinor: Math.round(shop.averageMinor / 2), receipt };
  const key = `demo-${shop.slug}-counter-${customer.person.handle}`;
  await clerk.ask(`/api/members/${customer.memberId}/purchases`, { json, key });
}

/** A purchase whose points are spent already comes back in part: the member now owes some. */
export async function returnPart(
  server: Visitor,
  { shop, apiKey }: OpenShop,
  orderId: string,
): Promise<void> {
  const { handle, returnedMinor } = shop.spentAndReturned;
  await server.ask(`/v1/orders/web/${orderId}/refunds`, {
    json: { refundId: `${handle}-return`, lines: [{ lineId: '1', amountMinor: returnedMinor }] },
    bearer: apiKey,
    key: `demo-${shop.slug}-return`,
  });
}

/** What stands on a receipt: a number, not a person's name. */
export function orderNumber(place: number, count: number): string {
  return String(2080 + place * RECEIPTS_EACH + count);
}

export function addressOf(handle: string, slug: string): string {
  return `${handle}@${slug}.example`;
}
