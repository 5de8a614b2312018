import type { Context } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { auditLine } from '../audit-log/queries.ts';
import { cancelInvitation } from './queries.ts';

/** Takes an invitation back; one that was answered, withdrawn or never made is not found. */
export async function withdrawInvitation({
  ctx,
  input,
}: {
  ctx: Context;
  input: { invitationId: string };
}): Promise<Result<{ done: true }>> {
  const { invitationId } = input;
  const line = auditLine(ctx, 'staff.invitation_withdrawn', invitationId);
  const cancelled = await cancelInvitation(ctx.authDb, ctx.tenant.id, invitationId, line);
  return cancelled ? succeed({ done: true }) : refuse({ code: 'not_found' });
}
