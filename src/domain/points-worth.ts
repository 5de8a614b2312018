import type { Industry } from './industry.ts';
import type { Locale } from './locale.ts';
import { minorPerMajor } from './money.ts';
import { planOf } from './onboarding/plan.ts';

export type PointsWorth = {
  /** What they buy at the shop's price level, and what giving that is expected to cost; minor units. */
  worthMinor: number;
  costMinor: number;
  /** Points for one unit of the shop's money, and the assumptions of the cost. */
  pointsPerMajor: number;
  redeemedPercent: number;
  marginPercent: number;
};

type Holding = {
  points: number;
  /** What the owner said that she keeps of a sale; null is what is usual in her industry. */
  marginPercent: number | null;
  shop: { industry: Industry; currency: string; locale: Locale };
};

/**
 * What points in members' hands stand for: their worth in rewards, and the share of it that the shop
 * pays, since not all are redeemed and its own wares cost it less than they sell for.
 */
export function pointsWorth({ points, marginPercent, shop }: Holding): PointsWorth {
  const told = { averageOrderMinor: null, marginPercent, picks: {} };
  const { template } = planOf(told, shop);
  const { numerator, denominator } = template.pointsPerMajor;
  const worthMinor = Math.round(
    (Math.max(0, points) * minorPerMajor(shop.currency) * denominator) / numerator,
  );
  const share = (template.redeemedPercent * (100 - template.marginPercent)) / 10_000;
  return {
    worthMinor,
    costMinor: Math.round(worthMinor * share),
    pointsPerMajor: numerator / denominator,
    redeemedPercent: template.redeemedPercent,
    marginPercent: template.marginPercent,
  };
}
