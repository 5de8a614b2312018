import type { Context } from '../../context.ts';
import { refuseUnless } from '../../db/tenant.ts';
import type { Result } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { getImport } from './get-import.ts';
import {
  countAnew,
  dropWaiting,
  type ImportRow,
  isInState,
  lockImport,
  setState,
  setStepped,
} from './list-queries.ts';

const NOT_THERE = 'list is not there to be taken back';

/**
 * Begins to take a list back as a whole, also where it is only half in: from here on it brings nobody
 * anything, and `stepImport` takes back what it has brought. Of a list that is taken back nothing changes.
 */
export async function undoImport({
  ctx,
  input: { importId },
}: {
  ctx: Context;
  input: { importId: string };
}): Promise<Result<ImportRow>> {
  const found = await getImport({ ctx, input: { importId } });
  if (!found.ok) return found;
  const attempt = await ctx.db.attempt(ctx.tenant.id, [
    lockImport(ctx, importId),
    refuseUnless(isInState(ctx, importId, ['running', 'done']), NOT_THERE),
    setState(ctx, importId, 'reversing'),
    setStepped(ctx, importId, null),
    dropWaiting(ctx, importId),
    countAnew(ctx, importId),
    addAuditRow(ctx, 'members.import_undo', importId, { rows: found.value.rowsTotal }),
  ]);
  if (!attempt.ok && attempt.conflict.kind !== 'guard') throw new Error('an undone list conflicts');
  return getImport({ ctx, input: { importId } });
}
