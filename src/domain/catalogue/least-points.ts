import { mixBounds } from './cash-mix.ts';
import type { PublishedReward, RewardDraft } from './reward.ts';

/** The fewest points that a reward can be had for: as members see it, else as its draft says; null without a price. */
export function leastPoints(
  { draft, published }: { draft: RewardDraft; published: PublishedReward | null },
  nowMs: number,
): number | null {
  if (published === null) return draft.mix?.pointsMin ?? draft.pointsEach;
  const { current, next } = published;
  const terms = next !== null && next.effectiveAtMs <= nowMs ? next : current;
  return mixBounds(terms)?.pointsMin ?? terms.pointsEach;
}
