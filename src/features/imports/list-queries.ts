import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { memberImportMembers, memberImportRows, memberImports } from '../../db/schema/index.ts';
import type { ListedCells } from '../../domain/imports/listed-row.ts';
import type { ReversedImport } from '../../domain/ledger/reverse-import.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type ImportRow = typeof memberImports.$inferSelect;
type ImportState = ImportRow['state'];

const isList = ({ tenant }: Pick<Context, 'tenant'>, importId: string) =>
  and(eq(memberImports.tenantId, tenant.id), eq(memberImports.id, importId));
const isRowOf = ({ tenant }: Pick<Context, 'tenant'>, importId: string) =>
  and(eq(memberImportRows.tenantId, tenant.id), eq(memberImportRows.importId, importId));
const isMemberOf = ({ tenant }: Pick<Context, 'tenant'>, importId: string) =>
  and(eq(memberImportMembers.tenantId, tenant.id), eq(memberImportMembers.importId, importId));

export function selectImport(scope: Scope, importId: string) {
  return scope.db.build.select().from(memberImports).where(isList(scope, importId));
}

export type ImportPosition = { createdAtMs: number; id: string };

/** Newest first; a file that was never begun is none. */
export function selectImportPage({ db, tenant }: Scope, after: ImportPosition | null, limit: number) {
  const { createdAtMs, id } = memberImports;
  const isAfter = after
    ? or(lt(createdAtMs, after.createdAtMs), and(eq(createdAtMs, after.createdAtMs), lt(id, after.id)))
    : undefined;
  return db.build
    .select()
    .from(memberImports)
    .where(and(eq(memberImports.tenantId, tenant.id), sql`${memberImports.state} <> 'uploading'`, isAfter))
    .orderBy(desc(createdAtMs), desc(id))
    .limit(limit);
}

export function insertImport({ db }: Scope, row: typeof memberImports.$inferInsert) {
  return db.build.insert(memberImports).values(row);
}

/** Holds where no list of this very file stands. */
export function isNewFile({ tenant }: Scope, digest: string) {
  return sql`not exists (select 1 from ${memberImports} i where i.tenant_id = ${tenant.id}
    and i.digest = ${digest} and i.state in ('running', 'done', 'reversing'))`;
}

/** Lists of one file begin one after the other, to the end of the batch: what follows sees those before it. */
export function lockFile({ db, tenant }: Scope, digest: string) {
  const name = `import-file ${tenant.id} ${digest}`;
  return db.build.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** Files that were put aside before their first row was taken: nothing of them has had an effect. */
export function dropForgotten({ db, tenant }: Scope, beforeMs: number) {
  const forgotten = and(
    eq(memberImports.tenantId, tenant.id),
    eq(memberImports.state, 'uploading'),
    lt(memberImports.createdAtMs, beforeMs),
  );
  const ids = db.build.select({ id: memberImports.id }).from(memberImports).where(forgotten);
  return [
    db.build
      .delete(memberImportRows)
      .where(and(eq(memberImportRows.tenantId, tenant.id), sql`${memberImportRows.importId} in ${ids}`)),
    db.build.delete(memberImports).where(forgotten),
  ] as const;
}

export function insertRows(
  { db, tenant }: Scope,
  importId: string,
  rows: readonly { row: number; cells: ListedCells }[],
) {
  const own = { tenantId: tenant.id, importId, state: 'waiting' as const };
  return db.build
    .insert(memberImportRows)
    .values(rows.map(({ row, cells }) => ({ ...own, row, cells })))
    .onConflictDoNothing();
}

/** Keeps the list as it stands until the end of the batch. */
export function lockImport(scope: Scope, importId: string) {
  return scope.db.build
    .select({ id: memberImports.id })
    .from(memberImports)
    .where(isList(scope, importId))
    .for('update');
}

/** A condition for `refuseUnless`: the list stands there in one of these states. */
export function isInState({ tenant }: Scope, importId: string, states: readonly ImportState[]) {
  return sql`exists (select 1 from ${memberImports} i where i.tenant_id = ${tenant.id} and i.id = ${importId}
    and i.state in ${states})`;
}

/** A condition for `refuseUnless`: every row of the file has come. */
export function isWhole({ tenant }: Scope, importId: string) {
  return sql`(select count(*) from ${memberImportRows} r where r.tenant_id = ${tenant.id}
    and r.import_id = ${importId}) = (select i.rows_total from ${memberImports} i
    where i.tenant_id = ${tenant.id} and i.id = ${importId})`;
}

export function setState(scope: Scope, importId: string, state: ImportState) {
  return scope.db.build.update(memberImports).set({ state }).where(isList(scope, importId));
}

/** Says that somebody takes the list on, or with null that there is new work for anybody. */
export function setStepped(scope: Scope, importId: string, steppedAtMs: number | null) {
  return scope.db.build.update(memberImports).set({ steppedAtMs }).where(isList(scope, importId));
}

/** What has not come in by now never does: its people's words go. */
export function dropWaiting(scope: Scope, importId: string) {
  return scope.db.build
    .update(memberImportRows)
    .set({ state: 'refused', field: null, reason: 'undone', cells: null })
    .where(and(isRowOf(scope, importId), eq(memberImportRows.state, 'waiting')));
}

export function selectWaitingRows(scope: Scope, importId: string, limit: number) {
  return scope.db.build
    .select({ row: memberImportRows.row, cells: memberImportRows.cells })
    .from(memberImportRows)
    .where(and(isRowOf(scope, importId), eq(memberImportRows.state, 'waiting')))
    .orderBy(memberImportRows.row)
    .limit(limit);
}

export type RowFate = {
  row: number;
  state: 'taken' | 'refused';
  field: string | null;
  reason: string | null;
};

/** What became of rows; what they said of people goes with it. */
export function settleRows({ db, tenant }: Scope, importId: string, fates: readonly RowFate[]) {
  return db.build.execute(sql`update ${memberImportRows} r
    set state = v.state, field = v.field, reason = v.reason, cells = null
    from jsonb_to_recordset(${JSON.stringify(fates)}::jsonb)
      as v("row" int, state text, field text, reason text)
    where r.tenant_id = ${tenant.id} and r.import_id = ${importId} and r.row = v.row and r.state = 'waiting'`);
}

export function selectRefusedRows(scope: Scope, importId: string, afterRow: number, limit: number) {
  const { row, field, reason, state } = memberImportRows;
  return scope.db.build
    .select({ row, field, reason })
    .from(memberImportRows)
    .where(and(isRowOf(scope, importId), eq(state, 'refused'), sql`${row} > ${afterRow}`))
    .orderBy(row)
    .limit(limit);
}

/** Members whom the list still stands with. */
export function selectMembersIn(scope: Scope, importId: string, limit: number) {
  const { memberId, joined, state } = memberImportMembers;
  return scope.db.build
    .select({ memberId, joined })
    .from(memberImportMembers)
    .where(and(isMemberOf(scope, importId), eq(state, 'in')))
    .orderBy(memberId)
    .limit(limit);
}

export type MemberFate = ReversedImport & { memberId: string; closed: boolean };

/** What a list came to for members when it was taken back. */
export function settleMembers({ db, tenant }: Scope, importId: string, fates: readonly MemberFate[]) {
  return db.build.execute(sql`update ${memberImportMembers} m
    set state = 'out', taken_points = v."takenPoints", lapsed_points = v."lapsedPoints",
      owed_points = v."owedPoints", written_off_points = v."writtenOffPoints", closed = v.closed
    from jsonb_to_recordset(${JSON.stringify(fates)}::jsonb) as v("memberId" text, "takenPoints" bigint,
      "lapsedPoints" bigint, "owedPoints" bigint, "writtenOffPoints" bigint, closed boolean)
    where m.tenant_id = ${tenant.id} and m.import_id = ${importId} and m.member_id = v."memberId"
      and m.state = 'in'`);
}

/** Moves a list on where nothing of it is left to be done. */
export function finish({ db, tenant }: Scope, importId: string, nowMs: number) {
  const at = new Date(nowMs).toISOString();
  return db.build.execute(sql`update ${memberImports} i set
      state = case i.state when 'running' then 'done' else 'reversed' end,
      finished_at = case i.state when 'running' then ${at}::timestamptz else i.finished_at end,
      reversed_at = case i.state when 'reversing' then ${at}::timestamptz else i.reversed_at end
    where i.tenant_id = ${tenant.id} and i.id = ${importId} and (
      (i.state = 'running' and not exists (select 1 from ${memberImportRows} r
        where r.tenant_id = i.tenant_id and r.import_id = i.id and r.state = 'waiting'))
      or (i.state = 'reversing' and not exists (select 1 from ${memberImportMembers} m
        where m.tenant_id = i.tenant_id and m.import_id = i.id and m.state = 'in')))`);
}

/** Counts anew what has become of a list: kept beside it, so that showing many lists counts nothing. */
export function countAnew({ db, tenant }: Scope, importId: string) {
  const own = sql`tenant_id = ${tenant.id} and import_id = ${importId}`;
  return db.build.execute(sql`update ${memberImports} i set figures = rows.figures || people.figures
    from (select jsonb_build_object(
        'takenRows', count(*) filter (where state = 'taken'),
        'refusedRows', count(*) filter (where state = 'refused'),
        'waitingRows', count(*) filter (where state = 'waiting')) as figures
      from ${memberImportRows} where ${own}) rows,
    (select jsonb_build_object(
        'newMembers', count(*) filter (where joined),
        'knownMembers', count(*) filter (where not joined),
        'points', coalesce(sum(m.points) filter (where m.is_brought), 0),
        'outMembers', count(*) filter (where state = 'out'),
        'takenPoints', coalesce(sum(taken_points), 0),
        'lapsedPoints', coalesce(sum(lapsed_points), 0),
        'owedPoints', coalesce(sum(owed_points), 0),
        'owingMembers', count(*) filter (where owed_points > 0),
        'writtenOffPoints', coalesce(sum(written_off_points), 0),
        'closedMembers', count(*) filter (where closed)) as figures
      from (select p.*, exists (select 1 from ${memberImportRows} r where r.tenant_id = p.tenant_id
          and r.import_id = p.import_id and r.row = p.row and r.state = 'taken') as is_brought
        from ${memberImportMembers} p where ${own}) m) people
    where i.tenant_id = ${tenant.id} and i.id = ${importId}`);
}
