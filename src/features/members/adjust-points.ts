import type { AdjustResult } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { ADJUSTED_ALONE_MAX } from '../../domain/points.ts';
import type { ExpiryPolicy } from '../../domain/programme/programme.ts';
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
 * Sent again under its key it is answered as it was, whatever PIN comes along.
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
  // Whoever closed her account forfeited what she had: nobody is there to be given more.
  if (member.value.state === 'erased') return refuse({ code: 'not_found' });
  const command = { ...commandOf(ctx, key), points, reason, note, expiresAtMs: null };
  const adjust = (more: { replayOnly: true } | { expiry?: ExpiryPolicy; approvedBy?: string }) =>
    onAccount(ctx, memberId, (account) => account.adjust({ ...command, ...more }));
  if (isOverLimit(ctx, points)) {
    // What has had its effect is answered before anybody is asked, or a PIN is looked at and counted.
    const repeated = await adjust({ replayOnly: true });
    if (repeated.ok || repeated.refusal.code !== 'not_found') return repeated;
  }
  const allowed = await mayAdjust(ctx, points, input.approvalPin);
  if (!allowed.ok) return allowed;
  const [[programme]] = await ctx.db.batch(ctx.tenant.id, [selectProgrammeAt(ctx, ctx.clock.nowMs())]);
  return adjust({
    ...(programme && { expiry: programme.body.expiry }),
    ...(allowed.value && { approvedBy: allowed.value.userId }),
  });
}

function isOverLimit({ actor }: Context, points: number): boolean {
  return Math.abs(points) > ADJUSTED_ALONE_MAX && actor.kind === 'staff' && actor.role !== 'owner';
}

/** Who let it pass, where somebody had to. */
async function mayAdjust(
  ctx: Context,
  points: number,
  pin: string | undefined,
): Promise<Result<Approval | null>> {
  if (!isOverLimit(ctx, points)) return succeed(null);
  if (pin === undefined) return refuse({ code: 'adjustment_over_limit', limitPoints: ADJUSTED_ALONE_MAX });
  return approveByPin({ ctx, input: { pin, least: 'owner' } });
}
