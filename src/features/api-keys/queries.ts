import { and, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { apiKeys } from '../../db/schema/index.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type ApiKeyRow = typeof apiKeys.$inferSelect;

export function selectApiKeys({ db, tenant }: Scope) {
  return db.build
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.tenantId, tenant.id))
    .orderBy(desc(apiKeys.createdAtMs), desc(apiKeys.id));
}

/** What keys are called, revoked ones too. */
export function selectKeyNames({ db, tenant }: Scope, keyIds: string[]) {
  return db.build
    .select({ id: apiKeys.id, name: apiKeys.name })
    .from(apiKeys)
    .where(and(eq(apiKeys.tenantId, tenant.id), inArray(apiKeys.id, keyIds)));
}

export function insertApiKey({ db }: Scope, row: ApiKeyRow) {
  return db.build.insert(apiKeys).values(row);
}

/** Revoked stays revoked at the time it was: a second revocation finds nothing to change. */
export function revokeRow({ db, tenant }: Scope, keyId: string, nowMs: number) {
  return db.build
    .update(apiKeys)
    .set({ revokedAtMs: nowMs })
    .where(and(eq(apiKeys.tenantId, tenant.id), eq(apiKeys.id, keyId), isNull(apiKeys.revokedAtMs)))
    .returning();
}

export function selectApiKey({ db, tenant }: Scope, keyId: string) {
  return db.build
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.tenantId, tenant.id), eq(apiKeys.id, keyId)));
}

/** Notes that a key was used, at most once in the given time, so that reading costs no writes. */
export function touchApiKey({ db, tenant }: Scope, keyId: string, nowMs: number, everyMs: number) {
  return db.build
    .update(apiKeys)
    .set({ lastUsedAtMs: nowMs })
    .where(
      and(
        eq(apiKeys.tenantId, tenant.id),
        eq(apiKeys.id, keyId),
        or(isNull(apiKeys.lastUsedAtMs), lt(apiKeys.lastUsedAtMs, nowMs - everyMs)),
      ),
    );
}
