import { and, eq, gt, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import {
  accounts,
  auditLog,
  memberFigures,
  memberImportMembers,
  memberImports,
  members,
  orderClaims,
} from '../../db/schema/index.ts';
import { refuseUnless } from '../../db/tenant.ts';
import { hashJson } from '../../domain/chain.ts';
import type { JsonObject } from '../../domain/journal.ts';
import { auditLine } from '../audit-log/queries.ts';
import type { Identifiers, MemberRow } from '../members/queries.ts';
import type { Batch } from './people.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

/** The reason of a batch that wrote nothing because its list is not taken any more. */
export const NOT_TAKEN = 'list is not taken';

const ofAny = (columns: typeof members | typeof orderClaims, people: readonly Identifiers[]): SQL => {
  const all = (kind: keyof Identifiers) => people.flatMap((person) => person[kind] ?? []);
  const anyOf = or(
    inArray(columns.phone, all('phone')),
    inArray(columns.email, all('email')),
    inArray(columns.externalId, all('externalId')),
  );
  return anyOf ?? sql`false`;
};

/** Whoever has any of the identifiers of any of these people. */
export function selectMembersOfList({ db, tenant }: Scope, people: readonly Identifiers[]) {
  return db.build
    .select()
    .from(members)
    .where(and(eq(members.tenantId, tenant.id), ofAny(members, people)));
}

/** Orders that wait for somebody with one of these identifiers, or for the crediting of a member. */
export function selectWaitingOrders(
  { db, tenant }: Scope,
  people: readonly (Identifiers & { id: string })[],
  nowMs: number,
) {
  const { memberId, phone, email, externalId } = orderClaims;
  const waits = and(isNull(memberId), gt(orderClaims.expiresAtMs, nowMs), ofAny(orderClaims, people));
  const owed = and(
    inArray(
      memberId,
      people.map(({ id }) => id),
    ),
    isNotNull(orderClaims.payload),
  );
  return db.build
    .select({ memberId, phone, email, externalId })
    .from(orderClaims)
    .where(and(eq(orderClaims.tenantId, tenant.id), or(waits, owed)));
}

/**
 * Keeps the list as it stands until the end of the batch, and undoes the batch where the list is being
 * taken back: nobody is enrolled or named by it from then on.
 */
export function holdList({ db, tenant }: Scope, { id, source }: Batch) {
  const own = and(eq(memberImports.tenantId, tenant.id), eq(memberImports.id, id));
  const isTaken = sql`exists (select 1 from ${memberImports} i where i.tenant_id = ${tenant.id}
    and i.id = ${id} and i.source = ${source} and i.state in ('running', 'done'))`;
  return [
    db.build.select({ id: memberImports.id }).from(memberImports).where(own).for('share'),
    refuseUnless(isTaken, NOT_TAKEN),
  ] as const;
}

/** The list of a call of the API; several calls are one list. */
export function registerList(ctx: Context, row: typeof memberImports.$inferInsert) {
  return ctx.db.build.insert(memberImports).values(row).onConflictDoNothing();
}

/** Those whose identifiers or number somebody has taken meanwhile are left out, and not among the answers. */
export function insertMembers({ db }: Scope, rows: MemberRow[]) {
  return db.build.insert(members).values(rows).onConflictDoNothing().returning();
}

type Named = { id: string; row: number | null; points: number };

/** What a batch holds beside new members: the registry's row of each, her figures', and that the list names her. */
export function registerMade({ db, tenant }: Scope, batch: Batch, named: readonly Named[], nowMs: number) {
  const made = sql`from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as v(id text, row int, points bigint)
    join ${members} m on m.tenant_id = ${tenant.id} and m.id = v.id`;
  const at = new Date(nowMs).toISOString();
  return [
    db.build.execute(sql`insert into ${accounts}
      (tenant_id, member_id, time_zone, epoch, head_seq, head_hash, state, created_at)
      select ${tenant.id}, v.id, ${tenant.timeZone}, 1, 0, '', 'registered', ${at}::timestamptz ${made}
      on conflict do nothing`),
    db.build.execute(sql`insert into ${memberFigures} (tenant_id, member_id)
      select ${tenant.id}, v.id ${made} on conflict do nothing`),
    db.build.execute(sql`insert into ${memberImportMembers}
      (tenant_id, import_id, member_id, row, joined, points, state)
      select ${tenant.id}, ${batch.id}, v.id, v.row, true, v.points, 'in' ${made} on conflict do nothing`),
  ] as const;
}

/** That the list names these, who were members before. */
export function nameKnown({ db, tenant }: Scope, batch: Batch, named: readonly Named[]) {
  const own = { tenantId: tenant.id, importId: batch.id, joined: false, state: 'in' as const };
  return db.build
    .insert(memberImportMembers)
    .values(named.map(({ id, row, points }) => ({ ...own, memberId: id, row, points })))
    .onConflictDoNothing();
}

/** The rows of a list in which these members are named. */
export function selectNamed({ db, tenant }: Scope, batch: Batch, memberIds: readonly string[]) {
  const { memberId, row, joined } = memberImportMembers;
  return db.build
    .select({ memberId, row, joined })
    .from(memberImportMembers)
    .where(
      and(
        eq(memberImportMembers.tenantId, tenant.id),
        eq(memberImportMembers.importId, batch.id),
        inArray(memberId, [...memberIds]),
      ),
    );
}

/** The audit log's line of one call, one however often the call is sent. */
export function logImport(
  ctx: Context,
  { batchId, key, detail }: { batchId: string; key: string; detail: JsonObject },
) {
  const line = auditLine(ctx, 'members.import', batchId, detail);
  const id = `aud_${hashJson(['members.import', line.actorId, key]).slice(0, 26)}`;
  const { db, tenant } = ctx;
  return db.build
    .insert(auditLog)
    .values({ tenantId: tenant.id, ...line, id })
    .onConflictDoNothing();
}
