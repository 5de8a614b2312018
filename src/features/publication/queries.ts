import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { publications, rewards, stockLevels, tenants } from '../../db/schema/index.ts';
import type { MallManifest } from './manifest.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type TenantRow = typeof tenants.$inferSelect;
export type RewardRow = typeof rewards.$inferSelect;

export function selectTenant({ db, tenant }: Scope) {
  return db.build.select().from(tenants).where(eq(tenants.id, tenant.id));
}

/** Rewards that members can see, in the shop's own order. */
export function selectShownRewards({ db, tenant }: Scope) {
  return db.build
    .select()
    .from(rewards)
    .where(and(eq(rewards.tenantId, tenant.id), inArray(rewards.state, ['live', 'stopped'])))
    .orderBy(asc(rewards.position), asc(rewards.id));
}

export function selectShownReward({ db, tenant }: Scope, rewardId: string) {
  return db.build
    .select()
    .from(rewards)
    .where(
      and(
        eq(rewards.tenantId, tenant.id),
        eq(rewards.id, rewardId),
        inArray(rewards.state, ['live', 'stopped']),
      ),
    );
}

export function selectNewestPublication({ db, tenant }: Scope) {
  return db.build
    .select()
    .from(publications)
    .where(eq(publications.tenantId, tenant.id))
    .orderBy(desc(publications.version))
    .limit(1);
}

export function insertPublication({ db, tenant }: Scope, manifest: MallManifest, publishedBy: string) {
  const { version, publishedAtMs } = manifest;
  return db.build
    .insert(publications)
    .values({ tenantId: tenant.id, version, manifest, publishedAtMs, publishedBy });
}

/** Older ones have no reader: a few are kept to look back at what members saw. */
export function prunePublications({ db, tenant }: Scope, beforeVersion: number) {
  return db.build
    .delete(publications)
    .where(and(eq(publications.tenantId, tenant.id), sql`${publications.version} < ${beforeVersion}`));
}

export function selectStockLevels({ db, tenant }: Scope) {
  return db.build.select().from(stockLevels).where(eq(stockLevels.tenantId, tenant.id));
}
