import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { signInCodes } from '../../db/schema/index.ts';
import { refuseUnless } from '../../db/tenant.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type SignInCodeRow = typeof signInCodes.$inferSelect;

const stored = {
  attempts: signInCodes.attempts,
  usedAtMs: signInCodes.usedAtMs,
  createdAtMs: signInCodes.createdAtMs,
  expiresAtMs: signInCodes.expiresAtMs,
};

/** Codes sent to an address since the moment, newest first. */
export function selectRecentCodes({ db, tenant }: Scope, identifierHash: string, sinceMs: number) {
  return db.build
    .select(stored)
    .from(signInCodes)
    .where(
      and(
        eq(signInCodes.tenantId, tenant.id),
        eq(signInCodes.identifierHash, identifierHash),
        gt(signInCodes.createdAtMs, sinceMs),
      ),
    )
    .orderBy(desc(signInCodes.createdAtMs), desc(signInCodes.id));
}

export function countShopCodes({ db, tenant }: Scope, channel: 'sms' | 'email', sinceMs: number) {
  return db.build
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(signInCodes)
    .where(
      and(
        eq(signInCodes.tenantId, tenant.id),
        eq(signInCodes.channel, channel),
        gt(signInCodes.createdAtMs, sinceMs),
      ),
    );
}

export function insertCode({ db }: Scope, row: SignInCodeRow) {
  return db.build.insert(signInCodes).values(row);
}

/** Statements before an insert: requests for one address take turns, and one that comes too soon fails. */
export function refuseTooSoon({ db, tenant }: Scope, identifierHash: string, sinceMs: number) {
  const since = new Date(sinceMs).toISOString();
  return [
    db.build.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`${tenant.id}/${identifierHash}`}, 0))`,
    ),
    refuseUnless(
      sql`not exists (
        select 1 from ${signInCodes} c
        where c.tenant_id = ${tenant.id} and c.identifier_hash = ${identifierHash}
          and c.used_at is null and c.created_at > ${since}::timestamptz
      )`,
      'too_soon',
    ),
  ] as const;
}

/** Codes are of no use and no interest after a day. */
export function forgetOldCodes({ db, tenant }: Scope, beforeMs: number) {
  return db.build
    .delete(signInCodes)
    .where(and(eq(signInCodes.tenantId, tenant.id), lt(signInCodes.createdAtMs, beforeMs)));
}

/**
 * Spends one try on the newest code of the address and, when the code is right, uses it up: one
 * statement, so that of two at once only one finds it unused and every try counts.
 */
export function tryCode(
  { db, tenant }: Scope,
  tried: { identifierHash: string; codeHash: string; triesMax: number; nowMs: number },
) {
  const newest = db.build
    .select({ id: signInCodes.id })
    .from(signInCodes)
    .where(and(eq(signInCodes.tenantId, tenant.id), eq(signInCodes.identifierHash, tried.identifierHash)))
    .orderBy(desc(signInCodes.createdAtMs), desc(signInCodes.id))
    .limit(1);
  const now = new Date(tried.nowMs).toISOString();
  return db.build
    .update(signInCodes)
    .set({
      attempts: sql`${signInCodes.attempts} + 1`,
      usedAtMs: sql`case when ${signInCodes.codeHash} = ${tried.codeHash} then ${now}::timestamptz end`,
    })
    .where(
      and(
        eq(signInCodes.tenantId, tenant.id),
        sql`${signInCodes.id} = (${newest})`,
        isNull(signInCodes.usedAtMs),
        gt(signInCodes.expiresAtMs, tried.nowMs),
        lt(signInCodes.attempts, tried.triesMax),
      ),
    )
    .returning(stored);
}
