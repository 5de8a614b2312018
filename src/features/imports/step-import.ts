import type { Context } from '../../context.ts';
import type { Result } from '../../lib/result.ts';
import { getImport } from './get-import.ts';
import { countAnew, finish, type ImportRow, lockImport, setStepped } from './list-queries.ts';
import { reverseMembers } from './reverse-members.ts';
import { takeRows } from './take-rows.ts';

/**
 * Takes a list one step on: some rows come in, or some members' parts go back where it is taken back. May
 * be sent by anybody at any time and by two at once; what has had its effect has it once. Nothing is left
 * to do where the list is done or reversed.
 */
export async function stepImport({
  ctx,
  input,
}: {
  ctx: Context;
  input: { importId: string };
}): Promise<Result<ImportRow>> {
  const found = await getImport({ ctx, input });
  if (!found.ok) return found;
  const { id, state } = found.value;
  if (state !== 'running' && state !== 'reversing') return found;
  if (state === 'running') await takeRows(ctx, found.value);
  else await reverseMembers(ctx, found.value);
  const nowMs = ctx.clock.nowMs();
  await ctx.db.batch(ctx.tenant.id, [
    lockImport(ctx, id),
    countAnew(ctx, id),
    setStepped(ctx, id, nowMs),
    finish(ctx, id, nowMs),
  ]);
  return getImport({ ctx, input });
}
