import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Context } from '../../context.ts';
import {
  auditLog,
  counterGrants,
  designVersions,
  journalRows,
  memberAddresses,
  memberConsents,
  memberImports,
  members,
  orders,
  profileAnswers,
  profileForms,
  programmeVersions,
  questions,
  redemptions,
  rewards,
  stockLevels,
  tenants,
} from '../../db/schema/index.ts';

/** One table of a shop as its owner takes it away; `key` orders its rows and is unique within the shop. */
export type ExportTable = {
  name: string;
  table: PgTable;
  /** What says whose a row is. */
  owner: PgColumn;
  key: readonly string[];
  only?: SQL;
};

const of = <Table extends PgTable & { tenantId: PgColumn }>(
  name: string,
  table: Table,
  key: readonly (keyof Table['_']['columns'] & string)[],
  only?: SQL,
): ExportTable => ({ name, table, owner: table.tenantId, key, ...(only && { only }) });

/** Everything that is the shop's but pictures and what only signs somebody in. */
export const EXPORT_TABLES: readonly ExportTable[] = [
  { name: 'shop', table: tenants, owner: tenants.id, key: ['id'] },
  of('members', members, ['id']),
  of('addresses', memberAddresses, ['id']),
  of('consents', memberConsents, ['id']),
  of(
    'points',
    journalRows,
    ['objectKind', 'objectId', 'epoch', 'seq'],
    and(eq(journalRows.objectKind, 'account'), sql`${journalRows.points} is not null`),
  ),
  of('orders', orders, ['channel', 'orderId']),
  of('counter', counterGrants, ['id']),
  of('redemptions', redemptions, ['redemptionId']),
  of('rewards', rewards, ['id']),
  of('stock', stockLevels, ['stockId']),
  of('rules', programmeVersions, ['version']),
  of('designs', designVersions, ['version']),
  of('questions', questions, ['id']),
  of('imports', memberImports, ['id']),
  of('profile-form', profileForms, ['version']),
  of('profile-answers', profileAnswers, ['memberId']),
  of('audit-log', auditLog, ['id']),
];

export type ExportRow = Record<string, unknown>;

/** What only a search reads, worked out of the columns beside it. */
const SEARCHED: readonly PgColumn[] = [members.phoneEnd, redemptions.cancelAsked, redemptions.refundWaits];

export function columnNames({ table }: ExportTable): string[] {
  return Object.entries(getTableColumns(table)).flatMap(([name, column]) =>
    SEARCHED.includes(column) ? [] : [name],
  );
}

/** The rows after one of them, in the order of the key. */
export function selectExportPage(
  { db, tenant }: Pick<Context, 'db' | 'tenant'>,
  { table, owner, key, only }: ExportTable,
  { after, limit }: { after: ExportRow | null; limit: number },
) {
  const columns: Record<string, PgColumn> = getTableColumns(table);
  const ordered = key.map((name) => {
    const column = columns[name];
    if (!column) throw new Error(`no column ${name}`);
    return { column, last: after?.[name] };
  });
  const names = sql.join(
    ordered.map(({ column }) => sql`${column}`),
    sql`, `,
  );
  const values = sql.join(
    ordered.map(({ column, last }) => sql`${sql.param(last, column)}`),
    sql`, `,
  );
  const isAfter = after ? sql`(${names}) > (${values})` : undefined;
  return db.build
    .select()
    .from(table)
    .where(and(eq(owner, tenant.id), only, isAfter))
    .orderBy(...ordered.map(({ column }) => column))
    .limit(limit);
}
