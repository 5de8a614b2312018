import type { Context, StaffRole } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { changeRole as writeRole } from './queries.ts';

/** Gives a colleague another role, or takes her off the staff; it holds from her next request on. */
export async function changeRole({
  ctx,
  input,
}: {
  ctx: Context;
  input: { userId: string; role: StaffRole | null };
}): Promise<Result<{ done: true }>> {
  const { userId, role } = input;
  const outcome = await writeRole(ctx.authDb, { tenantId: ctx.tenant.id, userId, role });
  if (outcome !== 'changed') return refuse({ code: outcome });
  const action = role === null ? 'staff.removed' : 'staff.role_changed';
  await ctx.db.batch(ctx.tenant.id, [addAuditRow(ctx, action, userId, role === null ? {} : { role })]);
  return succeed({ done: true });
}
