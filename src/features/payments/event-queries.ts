import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { paymentAccounts, stripeEvents } from '../../db/schema/payments.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

export function selectEvent({ db, tenant }: Scope, eventId: string) {
  return db.build
    .select({ eventId: stripeEvents.eventId })
    .from(stripeEvents)
    .where(and(eq(stripeEvents.tenantId, tenant.id), eq(stripeEvents.eventId, eventId)));
}

type Received = { eventId: string; type: string; accountId: string; createdAtMs: number; nowMs: number };

/** Notes an event whose effect is in; noted twice it is noted once. */
export function insertEvent({ db, tenant }: Scope, { nowMs, ...event }: Received) {
  return db.build
    .insert(stripeEvents)
    .values({ tenantId: tenant.id, ...event, receivedAtMs: nowMs })
    .onConflictDoNothing();
}

/** Until when the account's events have been looked through. */
export function setEventsCursor({ db, tenant }: Scope, accountId: string, cursor: string) {
  return db.build
    .update(paymentAccounts)
    .set({ eventsCursor: cursor })
    .where(and(eq(paymentAccounts.tenantId, tenant.id), eq(paymentAccounts.accountId, accountId)));
}
