import { eq, sql } from 'drizzle-orm';
import { accounts, tenants } from '../../db/schema/index.ts';
import type { Db } from '../../db/tenant.ts';

export type TenantRow = typeof tenants.$inferSelect;

export function selectTenant(db: Db, tenantId: string) {
  return db.build.select().from(tenants).where(eq(tenants.id, tenantId));
}

export function insertTenant(db: Db, row: TenantRow) {
  return db.build.insert(tenants).values(row);
}

export function updateTenant(db: Db, tenantId: string, changes: Partial<TenantRow>) {
  return db.build.update(tenants).set(changes).where(eq(tenants.id, tenantId)).returning();
}

/** A condition for `refuseUnless`: what accounts are counted in changes only where nobody has one yet. */
export function mayChange(tenantId: string, countedIn: string | undefined) {
  const hasNone = sql`not exists (select 1 from ${accounts} a where a.tenant_id = ${tenantId})`;
  return countedIn === undefined ? sql`true` : hasNone;
}

/** Puts the named parts in the place of what stood there, in the row itself: nothing between is lost. */
export function mergeOnboarding(
  db: Db,
  tenantId: string,
  parts: object,
  beside: Partial<Pick<TenantRow, 'goal'>>,
) {
  const onboarding = sql`coalesce(${tenants.onboarding}, '{}'::jsonb) || ${JSON.stringify(parts)}::jsonb`;
  return db.build
    .update(tenants)
    .set({ onboarding, ...beside })
    .where(eq(tenants.id, tenantId))
    .returning();
}
