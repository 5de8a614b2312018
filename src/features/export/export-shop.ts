import type { Context } from '../../context.ts';
import { BYTE_ORDER_MARK, csvLines } from '../../lib/csv.ts';
import { type ZipEntry, zip } from '../../lib/zip.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { columnNames, EXPORT_TABLES, type ExportRow, type ExportTable, selectExportPage } from './queries.ts';

const PAGE_ROWS = 500;
/**
 * The whole shop as a ZIP of tables, written while it is read: each table as it stands when its turn
 * comes. History is the projection's. That it was taken, and by whom, is in the audit log first.
 */
export async function exportShop({ ctx }: { ctx: Context }): Promise<AsyncGenerator<Uint8Array>> {
  await ctx.db.batch(ctx.tenant.id, [addAuditRow(ctx, 'data.exported', null)]);
  const entries = EXPORT_TABLES.map(
    (table): ZipEntry => ({ name: `${table.name}.csv`, pieces: csvOf(ctx, table) }),
  );
  return zip(entries, ctx.clock.nowMs());
}

async function* csvOf(ctx: Context, table: ExportTable): AsyncGenerator<string> {
  // The whole file is one shop's.
  const names = columnNames(table).filter((name) => name !== 'tenantId');
  yield BYTE_ORDER_MARK + csvLines([names.map((name) => name.replace(/Ms$/, ''))]);
  let rows: ExportRow[] = [];
  let after: ExportRow | null = null;
  do {
    [rows] = await ctx.db.batch(ctx.tenant.id, [selectExportPage(ctx, table, { after, limit: PAGE_ROWS })]);
    after = rows.at(-1) ?? null;
    const cells = rows.map((row) => names.map((name) => cellOf(name, row[name])));
    if (cells.length > 0) yield csvLines(cells);
  } while (rows.length === PAGE_ROWS);
}

/** A moment as ISO 8601, a structure as JSON, everything else as it is. */
function cellOf(name: string, value: unknown): unknown {
  if (typeof value === 'number' && name.endsWith('Ms')) return new Date(value).toISOString();
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
