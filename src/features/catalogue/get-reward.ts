import type { Context } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import type { StockCounts } from '../../stock/contract.ts';
import { type RewardRow, selectReward, selectRewards } from './queries.ts';

/** Null counts: the reward was never published, so it has no stock yet. */
export type RewardWithStock = { reward: RewardRow; stock: StockCounts | null };

/** One reward with its units as the stock has them at this moment. Missing and foreign look alike. */
export async function getReward({
  ctx,
  input,
}: {
  ctx: Context;
  input: { rewardId: string };
}): Promise<Result<RewardWithStock>> {
  const [[reward]] = await ctx.db.batch(ctx.tenant.id, [selectReward(ctx, input.rewardId)]);
  if (!reward) return refuse({ code: 'not_found' });
  if (reward.published === null) return succeed({ reward, stock: null });
  const overview = await ctx.stocks.of(reward.id).overview();
  return succeed({ reward, stock: overview.ok ? overview.value.counts : null });
}

/** Every reward of the shop; the units are the projection's, for looking. */
export async function listRewards({ ctx }: { ctx: Context }): Promise<RewardWithStock[]> {
  const [rows] = await ctx.db.batch(ctx.tenant.id, [selectRewards(ctx)]);
  return rows.map(({ reward, level }) => ({ reward, stock: level }));
}
