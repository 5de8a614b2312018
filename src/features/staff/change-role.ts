import type { Context, StaffRole } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { auditLine } from '../audit-log/queries.ts';
import { changeRole as writeRole } from './queries.ts';

/**
 * Gives a colleague another role, or takes her off the staff; it holds from her next request on. Managers
 * take off clerks and nobody else: whoever is more looks to them like nobody.
 */
export async function changeRole({
  ctx,
  input,
}: {
  ctx: Context;
  input: { userId: string; role: StaffRole | null };
}): Promise<Result<{ done: true }>> {
  const { userId, role } = input;
  const { actor } = ctx;
  const only = actor.kind === 'staff' && actor.role === 'owner' ? null : ('clerk' as const);
  const line =
    role === null
      ? auditLine(ctx, 'staff.removed', userId)
      : auditLine(ctx, 'staff.role_changed', userId, { role });
  const outcome = await writeRole(ctx.authDb, {
    tenantId: ctx.tenant.id,
    userId,
    role,
    only,
    line,
  });
  return outcome === 'changed' ? succeed({ done: true }) : refuse({ code: outcome });
}
