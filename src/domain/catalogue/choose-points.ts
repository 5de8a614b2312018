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
