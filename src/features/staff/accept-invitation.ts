import type { Actor, Services } from '../../context.ts';
import type { StaffSession } from '../../http/staff-session.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { auditLine } from '../audit-log/queries.ts';
import { acceptInvitation as takeInvitation } from './queries.ts';

/**
 * Joins the shop that invited the caller and puts her session on it. The address must be proved:
 * otherwise anyone could sign up with somebody else's and take what was meant for her.
 */
export async function acceptInvitation({
  ctx,
  input,
}: {
  ctx: Services & { session: StaffSession };
  input: { invitationId: string };
}): Promise<Result<{ done: true }>> {
  const { user, sessionId } = ctx.session;
  if (user.email === null || !user.emailVerified) return refuse({ code: 'email_unverified' });
  const { invitationId } = input;
  // Her role is the invitation's; what the log says of it, the invitation's own row says.
  const actor: Actor = { kind: 'staff', userId: user.id, name: user.name, role: 'clerk' };
  const joined = await takeInvitation(ctx.authDb, {
    memberId: newId('stf'),
    invitationId,
    email: user.email.toLowerCase(),
    userId: user.id,
    sessionId,
    nowMs: ctx.clock.nowMs(),
    line: auditLine({ ...ctx, actor }, 'staff.joined', invitationId),
  });
  return joined ? succeed({ done: true }) : refuse({ code: 'invitation_invalid' });
}
