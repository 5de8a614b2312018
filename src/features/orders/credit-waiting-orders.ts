import type { Context } from '../../context.ts';
import type { Identifiers } from '../members/queries.ts';
import { creditWaiting, isOwned } from './credit-claim.ts';
import { giveWaitingTo, selectUncredited } from './queries.ts';

/**
 * Credits a member with the orders that were reported before she joined. Her row is committed before
 * this runs: a report that did not see it has then left a claim that this sees, so none is lost.
 */
export async function creditWaitingOrders({
  ctx,
  input,
}: {
  ctx: Context;
  input: Identifiers & { id: string };
}): Promise<void> {
  const [, uncredited] = await ctx.db.batch(ctx.tenant.id, [
    giveWaitingTo(ctx, input.id, input, ctx.clock.nowMs()),
    selectUncredited(ctx, input.id),
  ]);
  for (const claim of uncredited) if (isOwned(claim)) await creditWaiting(ctx, claim);
}
