import type { Context } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { selectLastAct } from '../audit-log/queries.ts';
import { selectRole } from '../staff/queries.ts';

/**
 * Whether somebody was removed from this shop's staff and is not of it again: before, what she kept on a device
 * is hers alone to send.
 */
export async function checkLeft(ctx: Context, { staffId }: { staffId: string }): Promise<Result<null>> {
  const [[[removed]], role] = await Promise.all([
    ctx.db.batch(ctx.tenant.id, [selectLastAct(ctx, staffId, ['staff.removed'])]),
    selectRole(ctx.authDb, ctx.tenant.id, staffId),
  ]);
  return removed && role === null
    ? succeed(null)
    : refuse({ code: 'invalid_input', field: 'leftBy', reason: 'still_staff' });
}
