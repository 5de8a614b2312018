import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { members, programmeVersions } from '../../db/schema/index.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type ProgrammeRow = typeof programmeVersions.$inferSelect;

const asVersion = {
  version: programmeVersions.version,
  hash: programmeVersions.hash,
  effectiveAtMs: programmeVersions.effectiveAtMs,
  body: programmeVersions.body,
};

/**
 * The version in force at a moment: the newest that had taken effect. What was bought before the shop
 * published its first programme earns by that first one.
 */
export function selectProgrammeAt({ db, tenant }: Scope, atMs: number) {
  const inForce = sql`${programmeVersions.effectiveAtMs} <= ${new Date(atMs).toISOString()}`;
  return db.build
    .select(asVersion)
    .from(programmeVersions)
    .where(eq(programmeVersions.tenantId, tenant.id))
    .orderBy(
      desc(inForce),
      desc(
        sql`case when ${inForce} then ${programmeVersions.version} else -${programmeVersions.version} end`,
      ),
    )
    .limit(1);
}

/** The version in force when a member joined; none where the shop had published nothing by then. */
export function selectProgrammeAtJoining({ db, tenant }: Scope, memberId: string) {
  const joined = db.build
    .select({ createdAtMs: members.createdAtMs })
    .from(members)
    .where(and(eq(members.tenantId, tenant.id), eq(members.id, memberId)));
  return db.build
    .select(asVersion)
    .from(programmeVersions)
    .where(and(eq(programmeVersions.tenantId, tenant.id), lte(programmeVersions.effectiveAtMs, joined)))
    .orderBy(desc(programmeVersions.version))
    .limit(1);
}

export function selectNewestProgrammes({ db, tenant }: Scope, limit: number) {
  return db.build
    .select(asVersion)
    .from(programmeVersions)
    .where(eq(programmeVersions.tenantId, tenant.id))
    .orderBy(desc(programmeVersions.version))
    .limit(limit);
}

export function selectNewestProgramme(scope: Scope) {
  return selectNewestProgrammes(scope, 1);
}

/** Versions are only added; two publishes at once meet at the primary key. */
export function insertProgramme({ db }: Scope, row: ProgrammeRow) {
  return db.build.insert(programmeVersions).values(row);
}

/** The condition under which a publish may go on: no version came after the one that its author saw, 0 for none. */
export function isNewest({ tenant }: Scope, version: number) {
  return sql`${version}::int = (select coalesce(max(${programmeVersions.version}), 0) from ${programmeVersions}
    where ${programmeVersions.tenantId} = ${tenant.id})`;
}
