import type { Context } from '../../context.ts';
import { actorRef } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { parseOrigin } from '../../lib/web-origin.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { publishMall } from '../publication/publish-mall.ts';
import { deleteOrigin, insertOrigin, selectOrigins } from './queries.ts';

const ORIGINS_MAX = 20;

/** Lets the widget stand on a site, from now on; one that is allowed already stays so. */
export async function allowOrigin({
  ctx,
  input,
}: {
  ctx: Context;
  input: { origin: string };
}): Promise<Result<string[]>> {
  const origin = parseOrigin(input.origin);
  if (origin === null) return refuse({ code: 'invalid_input', field: 'origin', reason: 'not_an_origin' });
  const row = {
    tenantId: ctx.tenant.id,
    origin,
    createdBy: actorRef(ctx.actor).id,
    createdAtMs: ctx.clock.nowMs(),
  };
  const attempt = await ctx.db.attempt(ctx.tenant.id, [
    ...insertOrigin(ctx, row, ORIGINS_MAX),
    addAuditRow(ctx, 'widget.origin_allowed', origin),
  ]);
  if (!attempt.ok) return refuse({ code: 'too_many_origins', limit: ORIGINS_MAX });
  return succeed(await publishedOrigins(ctx));
}

/** Takes a site off the list; pages open there are refused within about a minute. */
export async function removeOrigin({
  ctx,
  input: { origin },
}: {
  ctx: Context;
  input: { origin: string };
}): Promise<Result<string[]>> {
  await ctx.db.batch(ctx.tenant.id, [
    deleteOrigin(ctx, origin),
    addAuditRow(ctx, 'widget.origin_removed', origin),
  ]);
  return succeed(await publishedOrigins(ctx));
}

/** Also after a change that changed nothing: the one before it may have been cut off before its publish. */
async function publishedOrigins(ctx: Context): Promise<string[]> {
  await publishMall({ ctx });
  const [rows] = await ctx.db.batch(ctx.tenant.id, [selectOrigins(ctx)]);
  return rows.map(({ origin }) => origin);
}
