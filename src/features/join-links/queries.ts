import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { joinLinks, joinScans, memberFigures, members } from '../../db/schema/index.ts';
import { refuseUnless } from '../../db/tenant.ts';
import { JOIN_SHEETS, type JoinSheet } from '../../domain/join-source.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type JoinLinkRow = typeof joinLinks.$inferSelect;

export function selectJoinLinks({ db, tenant }: Scope) {
  return db.build
    .select()
    .from(joinLinks)
    .where(eq(joinLinks.tenantId, tenant.id))
    .orderBy(asc(joinLinks.createdAtMs), asc(joinLinks.id));
}

export function selectJoinLink({ db, tenant }: Scope, linkId: string) {
  return db.build
    .select()
    .from(joinLinks)
    .where(and(eq(joinLinks.tenantId, tenant.id), eq(joinLinks.id, linkId)));
}

/** What links are called, archived ones too. */
export function selectJoinLinkNames({ db, tenant }: Scope, linkIds: string[]) {
  return db.build
    .select({ id: joinLinks.id, name: joinLinks.name })
    .from(joinLinks)
    .where(and(eq(joinLinks.tenantId, tenant.id), inArray(joinLinks.id, linkIds)));
}

/** The link with this token, archived ones too; null where the shop has none such. */
export async function findJoinLink(ctx: Scope, token: string): Promise<{ id: string } | null> {
  const { db, tenant } = ctx;
  const [[link]] = await db.batch(tenant.id, [
    db.build
      .select({ id: joinLinks.id })
      .from(joinLinks)
      .where(and(eq(joinLinks.tenantId, tenant.id), eq(joinLinks.token, token))),
  ]);
  return link ?? null;
}

/** Statements before an insert: the shop's links take turns, and one too many makes the batch fail. */
export function refuseTooManyLinks({ db, tenant }: Scope, max: number) {
  return [
    db.build.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`join-links/${tenant.id}`}, 0))`),
    refuseUnless(
      sql`(select count(*) from ${joinLinks} l
        where l.tenant_id = ${tenant.id} and l.archived_at is null) < ${max}`,
      'too_many_links',
    ),
  ] as const;
}

export function insertJoinLink({ db }: Scope, row: JoinLinkRow) {
  return db.build.insert(joinLinks).values(row);
}

/** Archived stays archived at the time it was. */
export function archiveRow({ db, tenant }: Scope, linkId: string, nowMs: number) {
  return db.build
    .update(joinLinks)
    .set({ archivedAtMs: nowMs })
    .where(and(eq(joinLinks.tenantId, tenant.id), eq(joinLinks.id, linkId), isNull(joinLinks.archivedAtMs)))
    .returning();
}

const oneMore = {
  target: [joinScans.tenantId, joinScans.source],
  set: { scans: sql`${joinScans.scans} + 1` },
};

export function countSheetScan({ db, tenant }: Scope, source: JoinSheet) {
  return db.build
    .insert(joinScans)
    .values({ tenantId: tenant.id, source, scans: 1 })
    .onConflictDoUpdate(oneMore);
}

/** Counts nothing where no link of the shop has the token. */
export function countLinkScan({ db, tenant }: Scope, token: string) {
  const link = db.build
    .select({ tenantId: joinLinks.tenantId, source: joinLinks.id, scans: sql<number>`1`.as('scans') })
    .from(joinLinks)
    .where(and(eq(joinLinks.tenantId, tenant.id), eq(joinLinks.token, token)));
  return db.build.insert(joinScans).select(link).onConflictDoUpdate(oneMore);
}

export function selectScans({ db, tenant }: Scope) {
  return db.build.select().from(joinScans).where(eq(joinScans.tenantId, tenant.id));
}

/** Who came by each link and sheet, and how many of them have redeemed since; the owner's own try apart. */
export function countJoined({ db, tenant }: Scope) {
  const source = sql<string>`coalesce(${members.joinLinkId}, ${members.joinedFrom})`;
  const sheets = sql.join(
    JOIN_SHEETS.map((sheet) => sql`${sheet}`),
    sql`, `,
  );
  const redeemed = sql`${memberFigures.firstRedeemedAtMs} is not null`;
  return db.build
    .select({
      source,
      joins: sql<number>`count(*)`.mapWith(Number),
      firstRedemptions: sql<number>`count(*) filter (where ${redeemed})`.mapWith(Number),
    })
    .from(members)
    .leftJoin(
      memberFigures,
      and(eq(memberFigures.tenantId, members.tenantId), eq(memberFigures.memberId, members.id)),
    )
    .where(
      and(
        eq(members.tenantId, tenant.id),
        sql`not ${members.isTest}`,
        sql`(${members.joinLinkId} is not null or ${members.joinedFrom} in (${sheets}))`,
      ),
    )
    .groupBy(source);
}
