import type { Context } from '../../context.ts';
import { PLACE_MAX } from '../../domain/imports/listed-row.ts';
import { decodeCursor, encodeCursor } from '../../lib/cursor.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import {
  type ImportPosition,
  type ImportRow,
  selectImport,
  selectImportPage,
  selectRefusedRows,
} from './list-queries.ts';

/** A list, and what has become of it so far. */
export async function getImport({
  ctx,
  input: { importId },
}: {
  ctx: Context;
  input: { importId: string };
}): Promise<Result<ImportRow>> {
  const [[found]] = await ctx.db.batch(ctx.tenant.id, [selectImport(ctx, importId)]);
  return found ? succeed(found) : refuse({ code: 'not_found' });
}

/** A place in a file, or the one before the first. */
const isPlace = (row: number) => row >= 0 && row <= PLACE_MAX;

type Page = { cursor: string | null; limit: number };
const notACursor = () => refuse({ code: 'invalid_input', field: 'cursor', reason: 'not_a_cursor' });

/** Every list that was brought, newest first. */
export async function listImports({
  ctx,
  input: { cursor, limit },
}: {
  ctx: Context;
  input: Page;
}): Promise<Result<{ items: ImportRow[]; nextCursor: string | null }>> {
  const parts = cursor === null ? null : decodeCursor(cursor, ['number', 'string']);
  if (parts === null && cursor !== null) return notACursor();
  const after: ImportPosition | null = parts && { createdAtMs: parts[0], id: parts[1] };
  const [found] = await ctx.db.batch(ctx.tenant.id, [selectImportPage(ctx, after, limit + 1)]);
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return succeed({ items, nextCursor: last ? encodeCursor([last.createdAtMs, last.id]) : null });
}

type RefusedRow = { row: number; field: string | null; reason: string | null };

/** The rows of a list that were not taken, in the order of the file, with what was wrong. */
export async function listRefusedRows({
  ctx,
  input: { importId, cursor, limit },
}: {
  ctx: Context;
  input: Page & { importId: string };
}): Promise<Result<{ items: RefusedRow[]; nextCursor: string | null }>> {
  const parts = cursor === null ? [0] : decodeCursor(cursor, ['number']);
  if (parts === null || !isPlace(parts[0] ?? -1)) return notACursor();
  const found = await getImport({ ctx, input: { importId } });
  if (!found.ok) return found;
  const [after = 0] = parts;
  const [rows] = await ctx.db.batch(ctx.tenant.id, [selectRefusedRows(ctx, importId, after, limit + 1)]);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return succeed({ items, nextCursor: last ? encodeCursor([last.row]) : null });
}
