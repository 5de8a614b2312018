import type { Context } from '../../context.ts';
import { selectPendingInvitations, selectStaff } from './queries.ts';
import type { StaffAnswer } from './schemas.ts';

/** Who works in the shop, and who was asked to and has not answered. */
export async function listStaff({ ctx }: { ctx: Context }): Promise<StaffAnswer> {
  const [members, invitations] = await Promise.all([
    selectStaff(ctx.authDb, ctx.tenant.id),
    selectPendingInvitations(ctx.authDb, ctx.tenant.id, ctx.clock.nowMs()),
  ]);
  return {
    members: members.map(({ joinedAtMs, ...member }) => ({
      ...member,
      joinedAt: new Date(joinedAtMs).toISOString(),
    })),
    invitations: invitations.map(({ expiresAtMs, ...invitation }) => ({
      ...invitation,
      expiresAt: new Date(expiresAtMs).toISOString(),
    })),
  };
}
