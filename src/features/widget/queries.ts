import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { signingKeys, widgetOrigins } from '../../db/schema/index.ts';
import { refuseUnless } from '../../db/tenant.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type SigningKeyRow = typeof signingKeys.$inferSelect;
export type OriginRow = typeof widgetOrigins.$inferSelect;

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
