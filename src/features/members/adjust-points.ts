import type { AdjustResult } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import type { Result } from '../../lib/result.ts';
import { commandOf } from '../command.ts';
import { selectProgrammeAt } from '../programme/queries.ts';
import { getMember } from './find-member.ts';
import { onAccount } from './open-account.ts';
import type { AdjustPointsInput } from './schemas.ts';

/**
 * Staff give or take points, with a reason from the list; nobody goes below zero by it. What they give
 * expires as the programme in force says.
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
  const [[programme]] = await ctx.db.batch(ctx.tenant.id, [selectProgrammeAt(ctx, ctx.clock.nowMs())]);
  const expiry = programme && { expiry: programme.body.expiry };
  return onAccount(ctx, memberId, (account) =>
    account.adjust({ ...commandOf(ctx, key), points, reason, note, expiresAtMs: null, ...expiry }),
  );
}
