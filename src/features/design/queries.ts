import { and, desc, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { designDrafts, designVersions } from '../../db/schema/index.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
type DraftRow = typeof designDrafts.$inferSelect;
export type DesignVersionRow = typeof designVersions.$inferSelect;

export function selectDesignDraft({ db, tenant }: Scope) {
  return db.build.select().from(designDrafts).where(eq(designDrafts.tenantId, tenant.id));
}

/** Published designs, the newest first. */
export function selectDesignVersions({ db, tenant }: Scope, limit: number) {
  return db.build
    .select()
    .from(designVersions)
    .where(eq(designVersions.tenantId, tenant.id))
    .orderBy(desc(designVersions.version))
    .limit(limit);
}

export function selectNewestDesign(scope: Scope) {
  return selectDesignVersions(scope, 1);
}

export function selectDesignVersion({ db, tenant }: Scope, version: number) {
  return db.build
    .select()
    .from(designVersions)
    .where(and(eq(designVersions.tenantId, tenant.id), eq(designVersions.version, version)));
}

/** The condition under which a write may go on: the stored draft is still that one, null for none. */
export function isDraftStill({ tenant }: Scope, bodyVersion: string | null) {
  const stored = sql`(select ${designDrafts.bodyVersion} from ${designDrafts} where ${designDrafts.tenantId} = ${tenant.id})`;
  return sql`${stored} is not distinct from ${bodyVersion}::text`;
}

export function writeDraft({ db }: Scope, row: DraftRow) {
  return db.build
    .insert(designDrafts)
    .values(row)
    .onConflictDoUpdate({ target: designDrafts.tenantId, set: row });
}

/** Versions are only added; two publishes at once meet at the primary key. */
export function insertDesignVersion({ db }: Scope, row: DesignVersionRow) {
  return db.build.insert(designVersions).values(row);
}

export function pruneDesignVersions({ db, tenant }: Scope, beforeVersion: number) {
  return db.build
    .delete(designVersions)
    .where(and(eq(designVersions.tenantId, tenant.id), sql`${designVersions.version} < ${beforeVersion}`));
}
