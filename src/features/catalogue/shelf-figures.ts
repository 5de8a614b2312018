import type { Context } from '../../context.ts';
import { leastPoints } from '../../domain/catalogue/least-points.ts';
import { reachedBy } from '../../domain/catalogue/reached-by.ts';
import { readManifest } from '../publication/read-mall.ts';
import { countMembersByPoints, type RewardRow, selectRedeemedUnits } from './queries.ts';

/** How a reward does, from the projections: seconds late at most. */
export type ShelfFigures = {
  /** Redemptions of it in these days that were not undone. */
  redeemed: number;
  /** Members who have points enough for it now; null where it has no price yet. */
  withinReach: number | null;
};

export const FIGURES_DAYS = 30;
const DAY_MS = 86_400_000;

/** The figures of each reward, by its id. One walk over members for all prices, and one over redemptions. */
export async function shelfFigures(
  ctx: Context,
  rewards: readonly RewardRow[],
): Promise<Map<string, ShelfFigures>> {
  if (rewards.length === 0) return new Map();
  const nowMs = ctx.clock.nowMs();
  const payments = (await readManifest(ctx))?.payments;
  const takesCash = Boolean(payments?.online || payments?.counter);
  const prices = rewards.map((reward) => leastPoints(reward, { nowMs, takesCash }));
  const steps = [...new Set(prices.filter((points) => points !== null))].toSorted((a, b) => a - b);
  const [redeemed, buckets] = await ctx.db.batch(ctx.tenant.id, [
    selectRedeemedUnits(ctx, nowMs - FIGURES_DAYS * DAY_MS),
    countMembersByPoints(ctx, steps.length > 0 ? steps : [1]),
  ]);
  const counts = new Map(redeemed.map(({ rewardId, count }) => [rewardId, count]));
  const reached = reachedBy(steps, buckets);
  return new Map(
    rewards.map(({ id }, place) => {
      const price = prices[place] ?? null;
      const withinReach = price === null ? null : (reached.get(price) ?? 0);
      return [id, { redeemed: counts.get(id) ?? 0, withinReach }];
    }),
  );
}
