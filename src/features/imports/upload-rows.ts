import type { Context } from '../../context.ts';
import { refuseUnless } from '../../db/tenant.ts';
import { type Result, refuse } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { ALREADY_IMPORTED } from './create-import.ts';
import type { AddRowsInput } from './file-schemas.ts';
import { getImport } from './get-import.ts';
import {
  type ImportRow,
  insertRows,
  isInState,
  isNewFile,
  isWhole,
  lockFile,
  lockImport,
  setState,
} from './list-queries.ts';

const BEGUN = 'list has begun';
const NOT_WHOLE = 'rows are missing';
const BEGUN_ELSEWHERE = 'file was begun elsewhere';

/** Puts rows of the file beside the list, each under its place; a row that is there stays as it is. */
export async function addRows({
  ctx,
  input: { importId, rows },
}: {
  ctx: Context;
  input: AddRowsInput & { importId: string };
}): Promise<Result<ImportRow>> {
  const attempt = await ctx.db.attempt(ctx.tenant.id, [
    lockImport(ctx, importId),
    refuseUnless(isInState(ctx, importId, ['uploading']), BEGUN),
    insertRows(ctx, importId, rows),
  ]);
  // Sent again after the beginning: what it says is there.
  if (!attempt.ok && attempt.conflict.kind !== 'guard') throw new Error('rows of a list conflict');
  return getImport({ ctx, input: { importId } });
}

/**
 * Has the rows taken from now on; refused while some of the file have not come, and where the same file,
 * uploaded in another tab, was begun meanwhile.
 */
export async function startImport({
  ctx,
  input: { importId },
}: {
  ctx: Context;
  input: { importId: string };
}): Promise<Result<ImportRow>> {
  const found = await getImport({ ctx, input: { importId } });
  if (!found.ok || found.value.state !== 'uploading') return found;
  const { digest, options, rowsTotal } = found.value;
  const isOnce = digest !== null && options?.again !== true;
  const attempt = await ctx.db.attempt(ctx.tenant.id, [
    lockImport(ctx, importId),
    refuseUnless(isInState(ctx, importId, ['uploading']), BEGUN),
    refuseUnless(isWhole(ctx, importId), NOT_WHOLE),
    ...(isOnce ? [lockFile(ctx, digest), refuseUnless(isNewFile(ctx, digest), BEGUN_ELSEWHERE)] : []),
    setState(ctx, importId, 'running'),
    addAuditRow(ctx, 'members.import', importId, { rows: rowsTotal }),
  ]);
  const fault = !attempt.ok && attempt.conflict.kind === 'guard' ? attempt.conflict.reason : null;
  if (fault === NOT_WHOLE) return refuse({ code: 'invalid_input', field: 'rows', reason: 'incomplete' });
  if (fault === BEGUN_ELSEWHERE) return refuse(ALREADY_IMPORTED);
  return getImport({ ctx, input: { importId } });
}
