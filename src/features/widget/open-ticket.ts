import type { Context } from '../../context.ts';
import { AppError } from '../../http/errors.ts';
import { randomToken, sha256Hex } from '../../lib/hash.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { ownPath } from '../mall/return-path.ts';
import { mallUrlOf } from '../tenants/answers.ts';
import { insertTicket } from './queries.ts';
import { passTicketLimit } from './session-limits.ts';
import { TICKET_BYTES } from './ticket.ts';

const TICKET_MS = 60_000;

/** A way into the mall for the asking member, signed in, to one of its pages: for a minute and one use. */
export async function openTicket({
  ctx,
  input,
}: {
  ctx: Context;
  input: { to: string };
}): Promise<Result<{ url: string }>> {
  if (ctx.actor.kind !== 'member') throw new AppError('unauthenticated');
  const { memberId, sessionGeneration } = ctx.actor;
  const path = ownPath(input.to);
  if (path === null) return refuse({ code: 'invalid_input', field: 'to', reason: 'not_a_path_of_the_mall' });
  const passed = await passTicketLimit(ctx, memberId);
  if (!passed.ok) return passed;
  const ticket = randomToken(TICKET_BYTES);
  const nowMs = ctx.clock.nowMs();
  const row = {
    tenantId: ctx.tenant.id,
    hash: sha256Hex(ticket),
    memberId,
    sessionGeneration,
    path,
    expiresAtMs: nowMs + TICKET_MS,
    usedAtMs: null,
  };
  await ctx.db.batch(ctx.tenant.id, [...insertTicket(ctx, row, nowMs)]);
  return succeed({ url: `${mallUrlOf(ctx.config, ctx.tenant.slug)}enter?ticket=${ticket}` });
}
