import type { Context } from '../../context.ts';
import { AppError } from '../../lib/app-error.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { auditLine } from '../audit-log/queries.ts';
import { renamePerson } from './queries.ts';

/** What the caller is called from now on, wherever her name is shown; earlier lines of the log keep theirs. */
export async function changeOwnName({
  ctx,
  input: { name },
}: {
  ctx: Context;
  input: { name: string };
}): Promise<Result<{ done: true }>> {
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw new AppError('forbidden');
  const line = auditLine(ctx, 'staff.renamed', actor.userId);
  await renamePerson(ctx.authDb, { tenantId: ctx.tenant.id, userId: actor.userId, name, line });
  return succeed({ done: true });
}
