import type { Services } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { findTenant } from '../tenants/find-tenant.ts';
import { selectUsableLink } from './link-queries.ts';
import { readClerkLinkToken } from './link-token.ts';
import type { ClerkLinkLook } from './schemas.ts';

/** Which shop a link leads to, and for whom it is where she is a clerk there already. Uses nothing up. */
export async function lookAtLink({
  ctx,
  input,
}: {
  ctx: Services;
  input: { token: string };
}): Promise<Result<ClerkLinkLook>> {
  const linkId = readClerkLinkToken(ctx.config, input.token);
  const nowMs = ctx.clock.nowMs();
  const link = linkId && (await selectUsableLink(ctx.authDb, { linkId, keyHash: null, nowMs }));
  const shop = link && (await findTenant({ ctx, input: { tenantId: link.tenantId } }));
  if (!link || !shop) return refuse({ code: 'clerk_link_invalid' });
  return succeed({ shopName: shop.name, name: link.userId === null ? null : link.name });
}
