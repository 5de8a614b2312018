import type { Context } from '../../context.ts';
import { failureFields } from '../../lib/log.ts';
import type { Identifiers } from '../members/queries.ts';
import { creditAtMs } from './claim-order.ts';
import { creditWaiting, isOwned } from './credit-claim.ts';
import { giveWaitingTo, selectUncredited } from './queries.ts';

/**
 * Credits a member with the orders that were reported before she joined. Her row is committed before
 * this runs: a report that did not see it has then left a claim that this sees, so none is lost. One
 * that cannot be credited now keeps her from nothing; the cron comes back to it.
 */
export async function creditWaitingOrders({
  ctx,
  input,
}: {
  ctx: Context;
  input: Identifiers & { id: string };
}): Promise<void> {
  const times = { nowMs: ctx.clock.nowMs(), creditAtMs: creditAtMs(ctx) };
  const [, uncredited] = await ctx.db.batch(ctx.tenant.id, [
    giveWaitingTo(ctx, input.id, input, times),
    selectUncredited(ctx, input.id),
  ]);
  for (const claim of uncredited.filter(isOwned)) {
    try {
      await creditWaiting(ctx, claim);
    } catch (failure) {
      ctx.log.error('waiting order not credited', { tenantId: ctx.tenant.id, ...failureFields(failure) });
    }
  }
}
