import type { Context } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { cancelInvitation } from './queries.ts';

/** Takes an invitation back; one that was answered, withdrawn or never made is not found. */
export async function withdrawInvitation({
  ctx,
  input,
}: {
  ctx: Context;
  input: { invitationId: string };
}): Promise<Result<{ done: true }>> {
  const cancelled = await cancelInvitation(ctx.authDb, ctx.tenant.id, input.invitationId);
  if (!cancelled) return refuse({ code: 'not_found' });
  await ctx.db.batch(ctx.tenant.id, [addAuditRow(ctx, 'staff.invitation_withdrawn', input.invitationId)]);
  return succeed({ done: true });
}
