import { minorPerMajor, parseAmountMinor } from '../../../src/domain/money.ts';
import { type PointsPerMajor, suggestedPoints } from '../../../src/domain/price-level.ts';
import type { Rational } from '../../../src/domain/programme/programme.ts';
import type { RewardForm } from './model.ts';

/** What a point buys in this shop, and what an average order earns. */
export type Pricing = {
  currency: string;
  pointsPerMajor: PointsPerMajor;
  orderMinor: number;
  orderPoints: number;
};

/** The points of an average order, its decimals discarded. */
export function orderPointsOf(
  orderMinor: number,
  currency: string,
  { numerator, denominator }: Rational,
): number {
  return Math.floor((orderMinor * numerator) / (denominator * minorPerMajor(currency)));
}

/**
 * The points to ask for by what the fields say it sells for, of a coupon by what it takes off; null while
 * nobody has said.
 */
export function suggestionFor(
  form: Pick<RewardForm, 'kind' | 'marketPrice' | 'face' | 'minimum'>,
  { currency, pointsPerMajor }: Pick<Pricing, 'currency' | 'pointsPerMajor'>,
): number | null {
  const coupon = form.kind === 'coupon';
  const typed = form.marketPrice.trim() === '' && coupon ? form.face : form.marketPrice;
  const marketPriceMinor = parseAmountMinor(typed, currency);
  if (marketPriceMinor === null || marketPriceMinor === 0) return null;
  const hasMinimumSpend = coupon && form.minimum.trim() !== '';
  return suggestedPoints({ currency, marketPriceMinor, hasMinimumSpend }, pointsPerMajor);
}

/** About how many average orders it takes; null where that can't be said. */
export function ordersFor(
  points: number | null,
  { orderPoints }: Pick<Pricing, 'orderPoints'>,
): number | null {
  if (points === null || points <= 0 || orderPoints <= 0) return null;
  return Math.max(1, Math.round(points / orderPoints));
}
