import type { AdjustResult } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { ADJUSTED_ALONE_MAX } from '../../domain/points.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { type Approval, approveByPin } from '../clerks/approve-by-pin.ts';
import { commandOf } from '../command.ts';
import { selectProgrammeAt } from '../programme/queries.ts';
import { getMember } from './find-member.ts';
import { onAccount } from './open-account.ts';
import type { AdjustPointsInput } from './schemas.ts';

/**
 * Staff give or take points, with a reason from the list; nobody goes below zero by it. What they give
 * expires as the programme in force says. More than a manager moves alone takes the owner, or her PIN typed
 * on the manager's device: refused `adjustment_over_limit` without it. Whose PIN it was stands in the entry.
 */
export async function adjustPoints({
  ctx,
  input,
}: {
  ctx: Context;
  input: AdjustPointsInput & { key: string };
}): Promise<Result<AdjustResult>> {
  const { memberId, points, reason, note, key } = input;
  const member = await getMember({ ctx, input });
  if (!member.ok) return member;
  const allowed = await mayAdjust(ctx, points, input.approvalPin);
  if (!allowed.ok) return allowed;
  const [[programme]] = await ctx.db.batch(ctx.tenant.id, [selectProgrammeAt(ctx, ctx.clock.nowMs())]);
  const expiry = programme && { expiry: programme.body.expiry };
  const approved = allowed.value && { approvedBy: allowed.value.userId };
  return onAccount(ctx, memberId, (account) =>
    account.adjust({
      ...commandOf(ctx, key),
      points,
      reason,
      note,
      expiresAtMs: null,
      ...expiry,
      ...approved,
    }),
  );
}

/** Who let it pass, where somebody had to. */
async function mayAdjust(
  ctx: Context,
  points: number,
  pin: string | undefined,
): Promise<Result<Approval | null>> {
  const { actor } = ctx;
  if (Math.abs(points) <= ADJUSTED_ALONE_MAX || actor.kind !== 'staff' || actor.role === 'owner')
    return succeed(null);
  if (pin === undefined) return refuse({ code: 'adjustment_over_limit', limitPoints: ADJUSTED_ALONE_MAX });
  return approveByPin({ ctx, input: { pin, least: 'owner' } });
}
