import type { Context } from '../../context.ts';
import { isPinOnlyAddress } from '../../domain/pin-address.ts';
import { selectOpenLinks } from '../clerks/link-queries.ts';
import { clerkLinkUrl } from '../clerks/link-token.ts';
import { selectPendingInvitations, selectStaff } from './queries.ts';
import type { StaffAnswer } from './schemas.ts';

/** Who works in the shop, who was asked to and has not answered, and links that wait for a clerk. */
export async function listStaff({ ctx }: { ctx: Context }): Promise<StaffAnswer> {
  const nowMs = ctx.clock.nowMs();
  const [members, invitations, links] = await Promise.all([
    selectStaff(ctx.authDb, ctx.tenant.id),
    selectPendingInvitations(ctx.authDb, ctx.tenant.id, nowMs),
    selectOpenLinks(ctx.authDb, ctx.tenant.id, nowMs),
  ]);
  return {
    members: members.map(({ joinedAtMs, email, ...member }) => ({
      ...member,
      email: isPinOnlyAddress(email) ? null : email,
      joinedAt: new Date(joinedAtMs).toISOString(),
    })),
    invitations: invitations.map(({ expiresAtMs, ...invitation }) => ({
      ...invitation,
      expiresAt: new Date(expiresAtMs).toISOString(),
    })),
    links: links.map(({ id, userId, forName, expiresAtMs }) => ({
      id,
      userId,
      forName,
      url: clerkLinkUrl(ctx.config, id),
      expiresAt: new Date(expiresAtMs).toISOString(),
    })),
  };
}
