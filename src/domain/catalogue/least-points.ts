import { mixBounds } from './cash-mix.ts';
import type { PublishedReward, RewardDraft } from './reward.ts';

/**
 * The fewest points that a reward can be had for: as members see it, else as its draft says; null without a price.
 * Where the shop takes no cash its points alone count.
 */
export function leastPoints(
  { draft, published }: { draft: RewardDraft; published: PublishedReward | null },
  { nowMs, takesCash }: { nowMs: number; takesCash: boolean },
): number | null {
  if (published === null) return (takesCash ? draft.mix?.pointsMin : null) ?? draft.pointsEach;
  const { current, next } = published;
  const terms = next !== null && next.effectiveAtMs <= nowMs ? next : current;
  return (takesCash ? mixBounds(terms)?.pointsMin : null) ?? terms.pointsEach;
}
