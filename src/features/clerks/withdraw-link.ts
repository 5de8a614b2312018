import type { Context } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { auditLine } from '../audit-log/queries.ts';
import { withdrawLink } from './link-queries.ts';

/** Takes a link back; one that was used, withdrawn or never made is not found. */
export async function withdrawClerkLink({
  ctx,
  input: { linkId },
}: {
  ctx: Context;
  input: { linkId: string };
}): Promise<Result<{ done: true }>> {
  const line = auditLine(ctx, 'staff.link_withdrawn', linkId);
  const input = { tenantId: ctx.tenant.id, linkId, nowMs: ctx.clock.nowMs() };
  const withdrawn = await withdrawLink(ctx.authDb, input, line);
  return withdrawn ? succeed({ done: true }) : refuse({ code: 'not_found' });
}
