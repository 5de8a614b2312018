import { type CashMix, type ChosenPrice, cashFor, mixBounds } from './cash-mix.ts';

type Price = { pointsEach: number; mix?: CashMix | undefined };

/** What a member asked for: so many points, or so much cash at most. */
export type Wanted = { points: number } | { cashMinor: number };

/**
 * What a member with these points can choose from; `fullPoints` is null where she cannot pay the price
 * in points alone, `mixed` where she cannot or need not combine.
 */
export type Choices = { fullPoints: number | null; mixed: { pointsMin: number; pointsMax: number } | null };

/** Null where her points do not reach even the least that the reward takes. */
export function choicesFor(price: Price, availablePoints: number): Choices | null {
  const bounds = mixBounds(price);
  const pointsMax = bounds && Math.min(bounds.pointsMax, availablePoints);
  const mixed =
    bounds && pointsMax !== null && pointsMax >= bounds.pointsMin
      ? { pointsMin: bounds.pointsMin, pointsMax }
      : null;
  const fullPoints = availablePoints >= price.pointsEach ? price.pointsEach : null;
  return fullPoints === null && mixed === null ? null : { fullPoints, mixed };
}

/**
 * The offered price nearest to what was asked for, never taking more cash than asked; without a wish,
 * as little cash as her points allow. Null where she can choose nothing.
 */
export function choosePrice(
  price: Price,
  availablePoints: number,
  wanted: Wanted | null,
): ChosenPrice | null {
  const choices = choicesFor(price, availablePoints);
  if (!choices) return null;
  const { fullPoints, mixed } = choices;
  const all = fullPoints === null ? null : { pointsEach: fullPoints, cashEachMinor: 0 };
  const { mix, pointsEach } = price;
  if (!mixed || !mix) return all;
  const at = (points: number) => ({
    pointsEach: points,
    cashEachMinor: cashFor({ pointsEach, mix }, points),
  });
  if (wanted === null) return all ?? at(mixed.pointsMax);
  if ('points' in wanted) {
    const { points } = wanted;
    if (all && points > (mixed.pointsMax + pointsEach) / 2) return all;
    return at(Math.min(Math.max(points, mixed.pointsMin), mixed.pointsMax));
  }
  const { cashMinor } = wanted;
  if (all && cashMinor * 2 < at(mixed.pointsMax).cashEachMinor) return all;
  return at(fewestPoints(mixed, (points) => at(points).cashEachMinor <= cashMinor));
}

/**
 * The offered price one `step` of points away, fewer where it is negative. A step into the sums that are
 * too small to charge goes to the first that is not, so that no press is in vain; an end stays.
 */
export function choiceBeside(
  price: Price,
  availablePoints: number,
  from: number,
  step: number,
): ChosenPrice | null {
  const choices = choicesFor(price, availablePoints);
  if (!choices?.mixed) return choosePrice(price, availablePoints, null);
  const { fullPoints, mixed } = choices;
  const to = Math.min(Math.max(from + step, mixed.pointsMin), fullPoints ?? mixed.pointsMax);
  if (to <= mixed.pointsMax) return choosePrice(price, availablePoints, { points: to });
  const jumpsUp = step > 0 && from >= mixed.pointsMax;
  return choosePrice(price, availablePoints, { points: jumpsUp ? price.pointsEach : mixed.pointsMax });
}

/**
 * Why a price is not the one that was asked for: the cash asked is less than can be charged, or it is
 * the nearest that is offered. Null where it is just what was asked.
 */
export function correctionOf(
  price: Price,
  availablePoints: number,
  wanted: Wanted,
  chosen: ChosenPrice,
): 'least_charge' | 'nearest' | null {
  const asked = 'points' in wanted ? wanted.points : wanted.cashMinor;
  if (asked === ('points' in wanted ? chosen.pointsEach : chosen.cashEachMinor)) return null;
  const least = leastMix(price, availablePoints);
  if (!least) return 'nearest';
  const [low, high] = 'points' in wanted ? [least.pointsEach, price.pointsEach] : [0, least.cashEachMinor];
  return asked > low && asked < high ? 'least_charge' : 'nearest';
}

/** The mix with the least cash that can be charged; null where her points do not reach it, or none is offered. */
export function leastMix(price: Price, availablePoints: number): ChosenPrice | null {
  const bounds = mixBounds(price);
  if (!price.mix || !bounds || bounds.pointsMax > availablePoints) return null;
  const { pointsEach, mix } = price;
  return { pointsEach: bounds.pointsMax, cashEachMinor: cashFor({ pointsEach, mix }, bounds.pointsMax) };
}

/** The fewest points that satisfy; where none do, the most there are. More points never take more cash. */
function fewestPoints(
  { pointsMin, pointsMax }: { pointsMin: number; pointsMax: number },
  satisfies: (points: number) => boolean,
): number {
  let [low, high] = [pointsMin, pointsMax];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (satisfies(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
