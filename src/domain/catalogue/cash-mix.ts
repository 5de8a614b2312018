import { assert } from '../assert.ts';
import { chargeUnitMinor, leastChargeMinor } from '../money.ts';
import type { Rational } from '../programme/programme.ts';

/** What part of a price may be paid in cash: the member pays at least `pointsMin`, money for the rest. */
export type CashMix = {
  currency: string;
  pointsMin: number;
  /** Minor units for every point not paid. */
  cashPerPoint: Rational;
};

/** The price of one unit as a member chose it. No cash is the price in points alone. */
export type ChosenPrice = { pointsEach: number; cashEachMinor: number };

type Price = { pointsEach: number; mix?: CashMix | undefined };

/**
 * The cash for what `points` leaves open of the price, floored in the member's favour to what can be
 * charged in the currency (S51–S53). `points` lies between the mix's least points and the price.
 */
export function cashFor({ pointsEach, mix }: Price & { mix: CashMix }, points: number): number {
  assert(points >= mix.pointsMin && points <= pointsEach, 'the points lie within the mix');
  const { numerator, denominator } = mix.cashPerPoint;
  const unit = BigInt(chargeUnitMinor(mix.currency));
  const exact = (BigInt(pointsEach - points) * BigInt(numerator)) / BigInt(denominator);
  return Number((exact / unit) * unit);
}

/**
 * The points that may be combined with cash, both ends included; null where none may. Above the upper
 * end the cash would be less than can be charged.
 */
export function mixBounds({
  pointsEach,
  mix,
}: Price): { pointsMin: number; pointsMax: number; cashMaxMinor: number } | null {
  if (!mix) return null;
  const { numerator, denominator } = mix.cashPerPoint;
  const unit = BigInt(chargeUnitMinor(mix.currency));
  const least = ((BigInt(leastChargeMinor(mix.currency)) + unit - 1n) / unit) * unit;
  if (numerator === 0) return null;
  const open = (least * BigInt(denominator) + BigInt(numerator) - 1n) / BigInt(numerator);
  const pointsMax = pointsEach - Number(open);
  if (pointsMax < mix.pointsMin) return null;
  return { pointsMin: mix.pointsMin, pointsMax, cashMaxMinor: cashFor({ pointsEach, mix }, mix.pointsMin) };
}

/** Whether the price may be paid so: points alone, or points within the mix with exactly their cash. */
export function isOffered(price: Price, chosen: ChosenPrice): boolean {
  const { pointsEach, mix } = price;
  if (chosen.cashEachMinor === 0 && chosen.pointsEach === pointsEach) return true;
  const bounds = mixBounds(price);
  if (!mix || !bounds || !Number.isSafeInteger(chosen.pointsEach)) return false;
  const within = chosen.pointsEach >= bounds.pointsMin && chosen.pointsEach <= bounds.pointsMax;
  return within && chosen.cashEachMinor === cashFor({ pointsEach, mix }, chosen.pointsEach);
}

/** Whether two prices have the same mix, or both none. */
export function isSameMix(left: CashMix | undefined, right: CashMix | undefined): boolean {
  if (!left || !right) return !left && !right;
  return (
    left.currency === right.currency &&
    left.pointsMin === right.pointsMin &&
    compareRates(left.cashPerPoint, right.cashPerPoint) === 0
  );
}

/** Whether some way to pay that `current` offers is gone from `wanted`, or costs more cash. */
export function isWorseMix(current: CashMix | undefined, wanted: CashMix | undefined): boolean {
  if (!current) return false;
  return (
    !wanted ||
    wanted.currency !== current.currency ||
    wanted.pointsMin > current.pointsMin ||
    compareRates(wanted.cashPerPoint, current.cashPerPoint) > 0
  );
}

function compareRates(left: Rational, right: Rational): number {
  const difference =
    BigInt(left.numerator) * BigInt(right.denominator) - BigInt(right.numerator) * BigInt(left.denominator);
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}
