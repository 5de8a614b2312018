import type { Context } from '../../context.ts';
import type { StaffSession } from '../../http/staff-session.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { publishMall } from '../publication/publish-mall.ts';
import { tenantOf } from './find-tenant.ts';
import { writeHostRecord } from './host-record.ts';
import { selectTenant, type TenantRow, updateTenant } from './queries.ts';

/**
 * Opens the mall to everyone. It needs the caller's proved e-mail, because from now on strangers
 * trust what stands there. An open mall stays open.
 */
export async function openTenant({
  ctx,
  input,
}: {
  ctx: Context;
  input: { session: StaffSession };
}): Promise<Result<TenantRow>> {
  if (!input.session.user.emailVerified) return refuse({ code: 'email_unverified' });
  const [[before]] = await ctx.db.batch(ctx.tenant.id, [selectTenant(ctx.db, ctx.tenant.id)]);
  if (!before) return refuse({ code: 'not_found' });
  if (before.state === 'open') return succeed(before);
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [
    updateTenant(ctx.db, ctx.tenant.id, { state: 'open', openedAtMs: ctx.clock.nowMs() }),
    addAuditRow(ctx, 'tenant.opened', ctx.tenant.id),
  ]);
  if (!row) return refuse({ code: 'not_found' });
  const tenant = tenantOf(row);
  await writeHostRecord(ctx, tenant);
  await publishMall({ ctx: { ...ctx, tenant } });
  return succeed(row);
}
