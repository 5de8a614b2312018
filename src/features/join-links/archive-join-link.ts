import type { Context } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { archiveRow, selectJoinLink } from './queries.ts';

/** Puts a link away; its code goes on working. Doing so again changes nothing. */
export async function archiveJoinLink({
  ctx,
  input: { linkId },
}: {
  ctx: Context;
  input: { linkId: string };
}): Promise<Result<{ done: true }>> {
  const [[known]] = await ctx.db.batch(ctx.tenant.id, [selectJoinLink(ctx, linkId)]);
  if (!known) return refuse({ code: 'not_found' });
  if (known.archivedAtMs === null) {
    await ctx.db.batch(ctx.tenant.id, [
      archiveRow(ctx, linkId, ctx.clock.nowMs()),
      addAuditRow(ctx, 'join_links.archive', linkId),
    ]);
  }
  return succeed({ done: true });
}
