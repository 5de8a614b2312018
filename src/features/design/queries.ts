import { and, desc, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { designDrafts, designSchedules, designVersions } from '../../db/schema/index.ts';

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

export type DesignScheduleRow = typeof designSchedules.$inferSelect;

export function selectDesignSchedule({ db, tenant }: Scope) {
  return db.build.select().from(designSchedules).where(eq(designSchedules.tenantId, tenant.id));
}

/** One at a time: a later saying takes the place of the earlier. */
export function writeDesignSchedule({ db }: Scope, row: DesignScheduleRow) {
  return db.build
    .insert(designSchedules)
    .values(row)
    .onConflictDoUpdate({ target: designSchedules.tenantId, set: row });
}

export function deleteDesignSchedule({ db, tenant }: Scope, id: string | null) {
  const own = eq(designSchedules.tenantId, tenant.id);
  return db.build.delete(designSchedules).where(id === null ? own : and(own, eq(designSchedules.id, id)));
}

/** The condition under which a scheduled design is published: nobody has called it off. */
export function isScheduledStill({ tenant }: Scope, id: string) {
  return sql`exists (select 1 from ${designSchedules} where ${designSchedules.tenantId} = ${tenant.id}
    and ${designSchedules.id} = ${id})`;
}
