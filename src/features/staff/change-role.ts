import type { Context, StaffRole } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { auditLine } from '../audit-log/queries.ts';
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
  const line =
    role === null
      ? auditLine(ctx, 'staff.removed', userId)
      : auditLine(ctx, 'staff.role_changed', userId, { role });
  const outcome = await writeRole(ctx.authDb, { tenantId: ctx.tenant.id, userId, role, line });
  return outcome === 'changed' ? succeed({ done: true }) : refuse({ code: outcome });
}
