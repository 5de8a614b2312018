import type { Actor, Services } from '../../context.ts';
import type { StaffSession } from '../../http/staff-session.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { findTenant } from '../tenants/find-tenant.ts';
import { selectRole, acceptInvitation as takeInvitation } from './queries.ts';

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
  if (!user.emailVerified) return refuse({ code: 'email_unverified' });
  const joined = await takeInvitation(ctx.authDb, {
    memberId: newId('stf'),
    invitationId: input.invitationId,
    email: user.email.toLowerCase(),
    userId: user.id,
    sessionId,
    nowMs: ctx.clock.nowMs(),
  });
  if (!joined) return refuse({ code: 'invitation_invalid' });
  const [tenant, role] = await Promise.all([
    findTenant({ ctx, input: joined }),
    selectRole(ctx.authDb, joined.tenantId, user.id),
  ]);
  if (!tenant || !role) return refuse({ code: 'invitation_invalid' });
  const actor: Actor = { kind: 'staff', userId: user.id, name: user.name, role };
  await ctx.db.batch(tenant.id, [
    addAuditRow({ ...ctx, tenant, actor }, 'staff.joined', input.invitationId, { role }),
  ]);
  return succeed({ done: true });
}
