import { assert } from './assert.ts';
import { chargeUnitMinor, minorPerMajor } from './money.ts';
import type { Rational } from './programme/programme.ts';

/** How many points may stand for ¥1 of a reward's market price, most generous first (S51, S52, S99). */
export const PRICE_LEVELS = [5, 10, 20, 40, 100] as const;
export type PriceLevel = (typeof PRICE_LEVELS)[number];

/** What goods that are bought in cost a shop whose own wares cost it almost nothing. */
const BOUGHT_IN_LEVEL = 10;
/** The most of its gross margin that rewards may cost a shop. */
const COST_OF_MARGIN_PERCENT_MAX = 8;

/** What a shop expects of its programme; `issuedPerHundred` counts points for ¥100 of sales. */
export type LevelExpectation = { marginPercent: number; issuedPerHundred: number; redeemedPercent: number };

/**
 * The most generous level, from `ownLevel` on, that the margin carries: rewards' expected cost stays
 * within 8% of it. Null where none does: such a shop gives points at check-in and gifts at the counter.
 */
export function levelForMargin(expected: LevelExpectation, ownLevel: PriceLevel = 5): PriceLevel | null {
  return PRICE_LEVELS.find((level) => level >= ownLevel && isCarried(expected, level)) ?? null;
}

/** Issued points ÷ level × redeemed share × (1 − margin) ≤ 8% × margin, in integers. */
function isCarried(
  { marginPercent, issuedPerHundred, redeemedPercent }: LevelExpectation,
  level: PriceLevel,
) {
  assert(marginPercent >= 0 && marginPercent <= 100, 'a margin is a percentage');
  assert(redeemedPercent >= 0 && redeemedPercent <= 100, 'the redeemed share is a percentage');
  const cost = issuedPerHundred * redeemedPercent * (100 - marginPercent);
  return cost <= COST_OF_MARGIN_PERCENT_MAX * marginPercent * 100 * level;
}

/** A shop's level in its own money: points for one major unit of it. */
export type PointsPerMajor = Rational;

/** The level where `unitsPerYuan` of the shop's currency go for what a template calls ¥1. */
export function pointsPerMajor(level: number, unitsPerYuan: Rational): PointsPerMajor {
  return { numerator: level * unitsPerYuan.denominator, denominator: unitsPerYuan.numerator };
}

export type SuggestedFor = {
  currency: string;
  /** What it sells for; of a coupon its face. */
  marketPriceMinor: number;
  /** A coupon that asks for a minimum spend is worth two thirds of its face. */
  hasMinimumSpend?: boolean;
};

/**
 * The points to ask for: market price × level, down to two significant digits. At least 1 point, so
 * that nothing that has a price is free.
 */
export function suggestedPoints(reward: SuggestedFor, level: PointsPerMajor): number {
  const { currency, marketPriceMinor, hasMinimumSpend = false } = reward;
  assert(Number.isSafeInteger(marketPriceMinor) && marketPriceMinor >= 0, 'a market price is an amount');
  const worth = BigInt(marketPriceMinor) * BigInt(level.numerator) * (hasMinimumSpend ? 2n : 1n);
  const per = BigInt(minorPerMajor(currency)) * BigInt(level.denominator) * (hasMinimumSpend ? 3n : 1n);
  return Math.max(marketPriceMinor > 0 ? 1 : 0, downToTwoDigits(Number(worth / per)));
}

/** The level to price a reward at: a shop at 5 asks 10 for what it has to buy itself. */
export function levelOfReward(shopLevel: PriceLevel, isBoughtIn: boolean): PriceLevel {
  return isBoughtIn && shopLevel < BOUGHT_IN_LEVEL ? BOUGHT_IN_LEVEL : shopLevel;
}

function downToTwoDigits(points: number): number {
  const step = 10 ** Math.max(0, String(points).length - 2);
  return Math.floor(points / step) * step;
}

/**
 * The cash that stands for missing points, in minor units: the level taken exactly, floored in the
 * member's favour to what can be charged, and never above the market price.
 */
export function cashForMissing(
  missingPoints: number,
  { currency, marketPriceMinor }: SuggestedFor,
  level: PointsPerMajor,
): number {
  assert(Number.isSafeInteger(missingPoints) && missingPoints >= 0, 'missing points are a whole number');
  const unit = BigInt(chargeUnitMinor(currency));
  const exact =
    (BigInt(missingPoints) * BigInt(level.denominator) * BigInt(minorPerMajor(currency))) /
    BigInt(level.numerator);
  return Math.min(Number((exact / unit) * unit), marketPriceMinor);
}
