import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { checklists, journalRows, memberImports, members, orders } from '../../db/schema/index.ts';
import { JOIN_SHEETS } from '../../domain/join-source.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

export function selectChecklist({ db, tenant }: Scope) {
  return db.build.select().from(checklists).where(eq(checklists.tenantId, tenant.id));
}

/** Somebody who joined by a printed sheet. */
export function selectJoinedBySheet({ db, tenant }: Scope) {
  return db.build
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.tenantId, tenant.id), inArray(members.joinedFrom, [...JOIN_SHEETS])))
    .limit(1);
}

/** A purchase, or points by hand; of anybody, also of the owner's own try. */
export function selectPointsGiven({ db, tenant }: Scope) {
  const byHand = db.build
    .select({ one: sql`1` })
    .from(journalRows)
    .where(
      and(
        eq(journalRows.tenantId, tenant.id),
        eq(journalRows.type, 'points.adjusted'),
        sql`${journalRows.points} > 0`,
      ),
    );
  const bought = db.build.select({ one: sql`1` }).from(orders).where(eq(orders.tenantId, tenant.id));
  return db.build
    .select({ pointsGiven: sql<boolean>`exists ${bought} or exists ${byHand}` })
    .from(sql`(select 1) as one`);
}

/** A list of older members that came in, by file or by the API, and stands. */
export function selectImported({ db, tenant }: Scope) {
  return db.build
    .select({ id: memberImports.id })
    .from(memberImports)
    .where(and(eq(memberImports.tenantId, tenant.id), inArray(memberImports.state, ['running', 'done'])))
    .limit(1);
}

export function setHidden({ db, tenant }: Scope, hiddenAtMs: number | null) {
  return db.build
    .insert(checklists)
    .values({ tenantId: tenant.id, hiddenAtMs })
    .onConflictDoUpdate({ target: checklists.tenantId, set: { hiddenAtMs } });
}
