import type { Context } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { selectTenant, type TenantRow } from './queries.ts';

/** The shop that the session is on, with what only its staff see. */
export async function getTenant({ ctx }: { ctx: Context }): Promise<Result<TenantRow>> {
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [selectTenant(ctx.db, ctx.tenant.id)]);
  return row ? succeed(row) : refuse({ code: 'not_found' });
}
