import { and, asc, eq, gt, inArray, lt } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { redemptions } from '../../db/schema/index.ts';
import { paymentAccounts, stripeEvents } from '../../db/schema/payments.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

export function selectEvent({ db, tenant }: Scope, eventId: string) {
  return db.build
    .select({ eventId: stripeEvents.eventId })
    .from(stripeEvents)
    .where(and(eq(stripeEvents.tenantId, tenant.id), eq(stripeEvents.eventId, eventId)));
}

type Received = { eventId: string; type: string; accountId: string; createdAtMs: number; nowMs: number };

/** Stripe lists events for 30 days: what is older comes from nowhere any more. */
const EVENTS_KEPT_MS = 45 * 86_400_000;
/** Forgotten with each that is noted, so that a table never grows and no write is long. */
const PRUNED_ROWS_MAX = 20;

/** Notes an event whose effect is in; noted twice it is noted once. A few that are long over are forgotten. */
export function insertEvent({ db, tenant }: Scope, { nowMs, ...event }: Received) {
  const own = eq(stripeEvents.tenantId, tenant.id);
  const some = db.build
    .select({ eventId: stripeEvents.eventId })
    .from(stripeEvents)
    .where(and(own, lt(stripeEvents.receivedAtMs, nowMs - EVENTS_KEPT_MS)))
    .orderBy(asc(stripeEvents.receivedAtMs))
    .limit(PRUNED_ROWS_MAX)
    .for('update', { skipLocked: true });
  return [
    db.build.delete(stripeEvents).where(and(own, inArray(stripeEvents.eventId, some))),
    db.build
      .insert(stripeEvents)
      .values({ tenantId: tenant.id, ...event, receivedAtMs: nowMs })
      .onConflictDoNothing(),
  ] as const;
}

/** Whose payments are awaited, by the history: in the order of their ids, after `afterId`. */
export function selectAwaitingPayment({ db, tenant }: Scope, afterId: string, limit: number) {
  return db.build
    .select({ redemptionId: redemptions.redemptionId, memberId: redemptions.memberId })
    .from(redemptions)
    .where(
      and(
        eq(redemptions.tenantId, tenant.id),
        eq(redemptions.state, 'awaiting_payment'),
        gt(redemptions.redemptionId, afterId),
      ),
    )
    .orderBy(asc(redemptions.redemptionId))
    .limit(limit);
}

/** Until when the account's events have been looked through. */
export function setEventsCursor({ db, tenant }: Scope, accountId: string, cursor: string) {
  return db.build
    .update(paymentAccounts)
    .set({ eventsCursor: cursor })
    .where(and(eq(paymentAccounts.tenantId, tenant.id), eq(paymentAccounts.accountId, accountId)));
}
