import { and, asc, desc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { mallTickets, signingKeys, usedTokens, widgetOrigins } from '../../db/schema/index.ts';
import { refuseUnless } from '../../db/tenant.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type SigningKeyRow = typeof signingKeys.$inferSelect;
export type OriginRow = typeof widgetOrigins.$inferSelect;
export type TicketRow = typeof mallTickets.$inferSelect;
export type UsedTokenRow = typeof usedTokens.$inferSelect;

export function selectOrigins({ db, tenant }: Scope) {
  return db.build
    .select()
    .from(widgetOrigins)
    .where(eq(widgetOrigins.tenantId, tenant.id))
    .orderBy(asc(widgetOrigins.createdAtMs), asc(widgetOrigins.origin));
}

/** Statements that add an origin, unless it would be one too many; one that is there stays as it is. */
export function insertOrigin({ db, tenant }: Scope, row: OriginRow, originsMax: number) {
  const others = sql`select count(*) from ${widgetOrigins} o where o.tenant_id = ${tenant.id} and o.origin <> ${row.origin}`;
  return [
    takeTurns({ db, tenant }, 'origins'),
    refuseUnless(sql`(${others}) < ${originsMax}`, 'too_many_origins'),
    db.build.insert(widgetOrigins).values(row).onConflictDoNothing().returning(),
  ] as const;
}

export function deleteOrigin({ db, tenant }: Scope, origin: string) {
  return db.build
    .delete(widgetOrigins)
    .where(and(eq(widgetOrigins.tenantId, tenant.id), eq(widgetOrigins.origin, origin)))
    .returning();
}

export function selectSigningKeys({ db, tenant }: Scope) {
  return db.build
    .select()
    .from(signingKeys)
    .where(eq(signingKeys.tenantId, tenant.id))
    .orderBy(desc(signingKeys.createdAtMs), desc(signingKeys.kid));
}

export function selectSigningKey({ db, tenant }: Scope, kid: string) {
  return db.build
    .select()
    .from(signingKeys)
    .where(and(eq(signingKeys.tenantId, tenant.id), eq(signingKeys.kid, kid)));
}

/** What these keys are called, revoked ones too. */
export function selectSigningKeyNames({ db, tenant }: Scope, kids: string[]) {
  return db.build
    .select({ id: signingKeys.kid, name: signingKeys.name })
    .from(signingKeys)
    .where(and(eq(signingKeys.tenantId, tenant.id), inArray(signingKeys.kid, kids)));
}

/** Statements that add a key, unless it would be one too many that are not revoked. */
export function insertSigningKey({ db, tenant }: Scope, row: SigningKeyRow, liveMax: number) {
  const live = sql`select count(*) from ${signingKeys} k where k.tenant_id = ${tenant.id} and k.revoked_at is null`;
  return [
    takeTurns({ db, tenant }, 'signing keys'),
    refuseUnless(sql`(${live}) < ${liveMax}`, 'too_many_keys'),
    db.build.insert(signingKeys).values(row),
  ] as const;
}

/** Revoked stays revoked at the time it was: a second revocation finds nothing to change. */
export function revokeSigningKeyRow({ db, tenant }: Scope, kid: string, nowMs: number) {
  return db.build
    .update(signingKeys)
    .set({ revokedAtMs: nowMs })
    .where(
      and(eq(signingKeys.tenantId, tenant.id), eq(signingKeys.kid, kid), isNull(signingKeys.revokedAtMs)),
    )
    .returning();
}

/** Two writers of one list count one after the other, so that both can't be the last that fits. */
function takeTurns({ db, tenant }: Scope, list: string) {
  return db.build.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${tenant.id}/${list}`}, 0))`);
}

/** Rows of used tokens and tickets that one write clears away, so that nothing else has to. */
const PRUNED_ROWS_MAX = 20;
const KEY_USE_NOTED_EVERY_MS = 60_000;

/** Statements that spend a token while the key that signed it still lives; a spent one meets its row. */
export function claimToken({ db, tenant }: Scope, row: UsedTokenRow, kid: string, nowMs: number) {
  const own = sql`k.tenant_id = ${tenant.id} and k.kid = ${kid}`;
  return [
    refuseUnless(
      sql`exists (select 1 from ${signingKeys} k where ${own} and k.revoked_at is null)`,
      'key_revoked',
    ),
    forgetUsedTokens({ db, tenant }, nowMs),
    db.build.insert(usedTokens).values(row),
    db.build
      .update(signingKeys)
      .set({ lastUsedAtMs: nowMs })
      .where(
        and(
          eq(signingKeys.tenantId, tenant.id),
          eq(signingKeys.kid, kid),
          or(isNull(signingKeys.lastUsedAtMs), lt(signingKeys.lastUsedAtMs, nowMs - KEY_USE_NOTED_EVERY_MS)),
        ),
      ),
  ] as const;
}

/** A few tokens that could not be accepted any more; rows that another write clears are left to it. */
function forgetUsedTokens({ db, tenant }: Scope, nowMs: number) {
  const old = and(eq(usedTokens.tenantId, tenant.id), lt(usedTokens.expiresAtMs, nowMs));
  const some = db.build
    .select({ jti: usedTokens.jti })
    .from(usedTokens)
    .where(old)
    .orderBy(asc(usedTokens.expiresAtMs))
    .limit(PRUNED_ROWS_MAX)
    .for('update', { skipLocked: true });
  return db.build.delete(usedTokens).where(and(old, inArray(usedTokens.jti, some)));
}

/** Spent and expired tickets are of no interest to anybody after a day. */
const TICKET_KEPT_MS = 86_400_000;

/** Statements that keep a ticket and clear a few old ones away. */
export function insertTicket({ db, tenant }: Scope, row: TicketRow, nowMs: number) {
  const old = and(eq(mallTickets.tenantId, tenant.id), lt(mallTickets.expiresAtMs, nowMs - TICKET_KEPT_MS));
  const some = db.build
    .select({ hash: mallTickets.hash })
    .from(mallTickets)
    .where(old)
    .orderBy(asc(mallTickets.expiresAtMs))
    .limit(PRUNED_ROWS_MAX)
    .for('update', { skipLocked: true });
  return [
    db.build.delete(mallTickets).where(and(old, inArray(mallTickets.hash, some))),
    db.build.insert(mallTickets).values(row),
  ] as const;
}

/** Uses a ticket up, if it is neither used nor expired: of two at once, one finds it so. */
export function spendTicket({ db, tenant }: Scope, hash: string, nowMs: number) {
  return db.build
    .update(mallTickets)
    .set({ usedAtMs: nowMs })
    .where(
      and(
        eq(mallTickets.tenantId, tenant.id),
        eq(mallTickets.hash, hash),
        isNull(mallTickets.usedAtMs),
        gt(mallTickets.expiresAtMs, nowMs),
      ),
    )
    .returning();
}

export function selectTicket({ db, tenant }: Scope, hash: string) {
  return db.build
    .select()
    .from(mallTickets)
    .where(and(eq(mallTickets.tenantId, tenant.id), eq(mallTickets.hash, hash)));
}
