import type { Context } from '../../context.ts';
import { decideRewardPublication, hasUnpublishedChanges } from '../../domain/catalogue/reward.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { publishMall } from '../publication/publish-mall.ts';
import { refreshBand } from '../publication/refresh-bands.ts';
import { getReward, type RewardWithStock } from './get-reward.ts';
import { settleStock } from './settle-stock.ts';
import { writeReward } from './write-reward.ts';

/**
 * Shows the draft to members: the first time and where it is better for them at once, a worse price
 * two minutes ahead. Postgres first, then the stock's gate, then the edge; each step may be repeated,
 * so after a fault the same key finishes what was begun.
 */
export async function publishReward({
  ctx,
  input: { rewardId, key },
}: {
  ctx: Context;
  input: { rewardId: string; key: string };
}): Promise<Result<RewardWithStock>> {
  const written = await writeReward(ctx, {
    rewardId,
    key,
    operation: 'rewards.publish',
    input: { rewardId },
    decide: ({ state, draft, published }, nowMs) => {
      if (state === 'archived') return refuse({ code: 'wrong_state', state });
      if (state !== 'draft' && !hasUnpublishedChanges(draft, published))
        return succeed({ change: {}, detail: {} });
      const decision = decideRewardPublication(draft, published, nowMs);
      if (!decision.ok) return decision;
      const shown = decision.value.published;
      const { priceVersion, effectiveAtMs } = shown.next ?? shown.current;
      return succeed({
        change: { published: shown, priceVersion, state: state === 'draft' ? ('live' as const) : state },
        detail: { priceVersion, effectiveAtMs, revision: shown.revision },
      });
    },
  });
  if (!written.ok) return written;
  await settleStock(ctx, written.value);
  // The band first: a reward with nothing to give is never shown as in stock.
  await refreshBand(ctx, rewardId);
  await publishMall({ ctx });
  return getReward({ ctx, input: { rewardId } });
}
