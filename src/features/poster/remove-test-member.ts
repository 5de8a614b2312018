import type { RedemptionState } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { closeAccount, prepareClosing } from '../members/close-account.ts';
import { selectTestMembers } from '../members/queries.ts';
import { cancelRedemption } from '../redemptions/cancel-redemption.ts';

/** What a shop may take back by itself; the other states are on their way to an end. */
const CANCELLABLE: readonly RedemptionState[] = ['awaiting_payment', 'confirmed', 'in_fulfilment', 'ready'];

/**
 * Removes the shop's test member: what she redeemed and has not is cancelled, then her account is closed
 * like any other, so that the books hold. Without one there is nothing to do, so it may be sent again.
 */
export async function removeTestMember({
  ctx,
  input: { key },
}: {
  ctx: Context;
  input: { key: string };
}): Promise<Result<null>> {
  const [tried] = await ctx.db.batch(ctx.tenant.id, [selectTestMembers(ctx)]);
  const member = tried.find(({ state }) => state !== 'erased');
  if (!member) return succeed(null);
  const memberId = member.id;
  const { underWay } = await prepareClosing({ ctx, input: { memberId } });
  for (const { redemptionId, state } of underWay) {
    if (!CANCELLABLE.includes(state)) continue;
    const input = { memberId, redemptionId, reason: null, key: `${key}:${redemptionId}` };
    const cancelled = await cancelRedemption({ ctx, input });
    if (!cancelled.ok) return cancelled;
  }
  return closeAccount({ ctx, input: { memberId, key } });
}
