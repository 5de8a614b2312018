import { and, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { orderClaims } from '../../db/schema/index.ts';
import type { WaitingOrder } from '../../domain/waiting-order.ts';
import type { Identifiers } from '../members/queries.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type ClaimRow = typeof orderClaims.$inferSelect;
export type OrderName = { channel: string; orderId: string };

/** Expired claims that one report clears away: enough to keep up, too few to be felt. */
const EXPIRED_PER_REPORT = 20;

export function selectClaim({ db, tenant }: Scope, order: OrderName) {
  return db.build.select().from(orderClaims).where(isClaim(tenant.id, order));
}

/** The member's orders with this number, whatever the channel. */
export function selectClaimsOfOrder({ db, tenant }: Scope, orderId: string, memberId: string, limit: number) {
  return db.build
    .select({ channel: orderClaims.channel, orderId: orderClaims.orderId })
    .from(orderClaims)
    .where(
      and(
        eq(orderClaims.tenantId, tenant.id),
        eq(orderClaims.orderId, orderId),
        eq(orderClaims.memberId, memberId),
      ),
    )
    .limit(limit);
}

/**
 * Decides whose order this is unless that is decided already; the caller reads back which. What was
 * reported is kept until the account has it, unless an earlier report still waits for that.
 */
export function insertClaim({ db }: Scope, row: ClaimRow, creditAtMs: number) {
  return db.build
    .insert(orderClaims)
    .values(row)
    .onConflictDoUpdate({
      target: [orderClaims.tenantId, orderClaims.channel, orderClaims.orderId],
      set: { payload: row.payload, creditAtMs },
      setWhere: sql`${orderClaims.memberId} is not null and ${orderClaims.payload} is null`,
    });
}

/**
 * Has the account told this instead of whatever it may not have heard yet: a purchase that was taken
 * back. If the account never hears of the purchase itself, it has nothing to take back.
 */
export function replaceTold({ db, tenant }: Scope, told: WaitingOrder, creditAtMs: number) {
  return db.build
    .update(orderClaims)
    .set({ payload: told, creditAtMs })
    .where(and(isClaim(tenant.id, told.order), isNotNull(orderClaims.memberId)));
}

/** Replaces what waits, if nobody else replaced it or claimed the order since it was read. */
export function replaceWaiting(
  { db, tenant }: Scope,
  order: OrderName,
  from: WaitingOrder,
  to: WaitingOrder,
) {
  return db.build
    .update(orderClaims)
    .set({ payload: to })
    .where(and(isClaim(tenant.id, order), isNull(orderClaims.memberId), payloadIs(from)))
    .returning();
}

/** Gives the waiting orders of these identifiers to the member; each order to one member only. */
export function giveWaitingTo(
  { db, tenant }: Scope,
  memberId: string,
  known: Identifiers,
  { nowMs, creditAtMs }: { nowMs: number; creditAtMs: number },
) {
  const anyOf = or(
    known.phone ? eq(orderClaims.phone, known.phone) : undefined,
    known.email ? eq(orderClaims.email, known.email) : undefined,
    known.externalId ? eq(orderClaims.externalId, known.externalId) : undefined,
  );
  return db.build
    .update(orderClaims)
    .set({ memberId, creditAtMs })
    .where(
      and(
        eq(orderClaims.tenantId, tenant.id),
        isNull(orderClaims.memberId),
        gt(orderClaims.expiresAtMs, nowMs),
        anyOf ?? sql`false`,
      ),
    )
    .returning();
}

/** Orders that are the member's but whose points may not have reached her account yet. */
export function selectUncredited({ db, tenant }: Scope, memberId: string) {
  return db.build
    .select()
    .from(orderClaims)
    .where(
      and(
        eq(orderClaims.tenantId, tenant.id),
        eq(orderClaims.memberId, memberId),
        isNotNull(orderClaims.payload),
      ),
    );
}

/** This was told to the account: it goes, and with it what named the person. A later report stays. */
export function clearTold({ db, tenant }: Scope, order: OrderName, told: WaitingOrder) {
  return db.build
    .update(orderClaims)
    .set({
      payload: null,
      creditAtMs: null,
      phone: null,
      email: null,
      externalId: null,
      expiresAtMs: null,
    })
    .where(and(isClaim(tenant.id, order), isNotNull(orderClaims.memberId), payloadIs(told)));
}

/** Lets the cron leave an order alone until then. */
export function postponeCredit({ db, tenant }: Scope, order: OrderName, creditAtMs: number) {
  return db.build
    .update(orderClaims)
    .set({ creditAtMs })
    .where(and(isClaim(tenant.id, order), isNotNull(orderClaims.creditAtMs)));
}

/** Forgets orders whose 90 days are over: this one if it is among them, and a few others. */
export function pruneExpiredClaims({ db, tenant }: Scope, order: OrderName, nowMs: number) {
  const expired = and(
    eq(orderClaims.tenantId, tenant.id),
    isNull(orderClaims.memberId),
    lt(orderClaims.expiresAtMs, nowMs),
  );
  const some = db.build
    .select({ channel: orderClaims.channel, orderId: orderClaims.orderId })
    .from(orderClaims)
    .where(expired)
    .limit(EXPIRED_PER_REPORT);
  return db.build
    .delete(orderClaims)
    .where(
      and(
        expired,
        or(isClaim(tenant.id, order), sql`(${orderClaims.channel}, ${orderClaims.orderId}) in ${some}`),
      ),
    );
}

function payloadIs(payload: WaitingOrder) {
  return sql`${orderClaims.payload} = ${JSON.stringify(payload)}::jsonb`;
}

function isClaim(tenantId: string, { channel, orderId }: OrderName) {
  return and(
    eq(orderClaims.tenantId, tenantId),
    eq(orderClaims.channel, channel),
    eq(orderClaims.orderId, orderId),
  );
}
