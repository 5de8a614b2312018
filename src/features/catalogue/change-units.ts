import type { Context } from '../../context.ts';
import { type Result, refuse } from '../../lib/result.ts';
import { commandOf } from '../command.ts';
import { refreshBand } from '../publication/refresh-bands.ts';
import { getReward, type RewardWithStock } from './get-reward.ts';
import { selectReward } from './queries.ts';

/** Adds units to what is stocked, or takes away what is not yet given out or reserved. */
export async function changeUnits({
  ctx,
  input: { rewardId, delta, key },
}: {
  ctx: Context;
  input: { rewardId: string; delta: number; key: string };
}): Promise<Result<RewardWithStock>> {
  const [[reward]] = await ctx.db.batch(ctx.tenant.id, [selectReward(ctx, rewardId)]);
  if (!reward) return refuse({ code: 'not_found' });
  if (reward.published === null) return refuse({ code: 'wrong_state', state: reward.state });
  const changed = await ctx.stocks
    .of(rewardId)
    .changeUnits({ ...commandOf(ctx, key), deltaUnits: delta, reason: 'counted' });
  if (!changed.ok) return changed;
  await refreshBand(ctx, rewardId);
  return getReward({ ctx, input: { rewardId } });
}
