import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Books } from './postgres.ts';

/** Neon answers at most 10 MB at once; half of it leaves room for what JSON adds to a row's text. */
export const PAGE_BYTES = 5_000_000;
/** Rows that are measured for one page. */
const MEASURED_ROWS = 5_000;

/**
 * Every row of a shop's table in the order of its key, in pages of so many bytes: a batch for each,
 * whatever the rows are. Rows that come in meanwhile are read where the order has them still ahead.
 */
export async function readPages<Table extends PgTable>(
  { db, as }: Books,
  tenantId: string,
  table: Table,
  key: readonly (keyof Table['$inferSelect'] & string)[],
  pageBytes: number,
): Promise<Table['$inferSelect'][]> {
  const columns: Record<string, PgColumn> = getTableColumns(table);
  const names = sql.join(
    key.map((field) => sql.identifier(columns[field]?.name ?? field)),
    sql`, `,
  );
  const found: Table['$inferSelect'][] = [];
  for (;;) {
    const after = afterRow(names, key, found.at(-1));
    const measure = sql`
      select count(*)::int as there, count(*) filter (where bytes <= ${pageBytes} or place = 1)::int as fit
      from (
        select row_number() over (order by ${names}) as place,
          sum(octet_length(t::text)) over (order by ${names}) as bytes
        from (select * from ${sql.identifier(getTableName(table))} where ${after}
          order by ${names} limit ${MEASURED_ROWS}) t
      ) measured`;
    const [, measured] = await db.batch(tenantId, [as, db.build.execute(measure)]);
    const { there, fit } = measured.rows[0] as { there: number; fit: number };
    if (fit === 0) return found;
    const page = db.build
      .select()
      .from(table as PgTable)
      .where(after)
      .orderBy(names)
      .limit(fit);
    const [, rows] = await db.batch(tenantId, [as, page]);
    found.push(...(rows as Table['$inferSelect'][]));
    if (fit === there && there < MEASURED_ROWS) return found;
  }
}

function afterRow(names: SQL, key: readonly string[], last: Record<string, unknown> | undefined): SQL {
  if (last === undefined) return sql`true`;
  const values = key.map((field) => sql`${last[field]}`);
  return sql`(${names}) > (${sql.join(values, sql`, `)})`;
}
