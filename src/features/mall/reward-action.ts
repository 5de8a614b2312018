import type { RewardAction } from '../../../web/mall/views.ts';
import { mixBounds } from '../../domain/catalogue/cash-mix.ts';
import { choosePrice } from '../../domain/catalogue/choose-points.ts';
import type { PriceTerms } from '../../domain/catalogue/price-terms.ts';
import type { Rational } from '../../domain/programme/programme.ts';
import type { StockBand } from '../../domain/stock/stock-band.ts';

/** What the reader can spend; `unknown` is not zero, and neither is `frozen`. */
export type Spendable = number | 'visitor' | 'unknown' | 'frozen';

export type RewardSituation = {
  /** Whether the shop takes cash beside points. */
  takesCash: boolean;
  state: 'live' | 'stopped';
  terms: PriceTerms;
  band: StockBand;
  limitPerMember: number | null;
  redeemedUnits: number;
  available: Spendable;
};

/** What the one button does, in the order in which redeeming itself would refuse. */
export function decideRewardAction(situation: RewardSituation, nowMs: number) {
  const { state, terms, band, limitPerMember, redeemedUnits, available } = situation;
  if (state === 'stopped') return { kind: 'stopped' } as const;
  if (terms.startsAtMs !== null && nowMs < terms.startsAtMs)
    return { kind: 'not_started', startsAtMs: terms.startsAtMs } as const;
  if (terms.endsAtMs !== null && nowMs >= terms.endsAtMs)
    return { kind: 'ended', endedAtMs: terms.endsAtMs } as const;
  if (band === 'out') return { kind: 'sold_out' } as const;
  if (available === 'visitor') return { kind: 'sign_in' } as const;
  if (available === 'unknown') return { kind: 'unknown' } as const;
  if (available === 'frozen') return { kind: 'frozen' } as const;
  if (limitPerMember !== null && redeemedUnits >= limitPerMember)
    return { kind: 'limit', limit: limitPerMember, taken: redeemedUnits } as const;
  const price = priceTaken(terms, situation.takesCash);
  const chosen = choosePrice(price, available, null);
  if (chosen === null) {
    const missingPoints = (mixBounds(price)?.pointsMin ?? price.pointsEach) - available;
    return { kind: 'short', missingPoints, availablePoints: available } as const;
  }
  const { pointsEach: points, cashEachMinor } = chosen;
  return {
    kind: 'redeem',
    points,
    leftPoints: available - points,
    ...(cashEachMinor > 0 && { cashMinor: cashEachMinor }),
  } as const;
}

/** The price without the cash that a shop cannot take now. */
export function priceTaken({ pointsEach, mix }: Pick<PriceTerms, 'pointsEach' | 'mix'>, takesCash: boolean) {
  return { pointsEach, ...(takesCash && mix && { mix }) };
}

/** How many minor units, at the base rate, earn this many points; null where purchases earn nothing. */
export function spendForPoints(points: number, baseRate: Rational, minorPerMajor: number): number | null {
  if (baseRate.numerator === 0) return null;
  const majors =
    (BigInt(points) * BigInt(baseRate.denominator) + BigInt(baseRate.numerator) - 1n) /
    BigInt(baseRate.numerator);
  return Number(majors) * minorPerMajor;
}

/** The page's action with its amounts in words. */
export function actionInWords(
  decided: ReturnType<typeof decideRewardAction>,
  words: {
    pendingPoints: number;
    spend: (missingPoints: number) => string | null;
    money: (amountMinor: number) => string;
  },
): RewardAction {
  if (decided.kind === 'short') {
    const { pendingPoints } = words;
    const missingStill = decided.missingPoints - pendingPoints;
    return { ...decided, pendingPoints, spend: missingStill > 0 ? words.spend(missingStill) : null };
  }
  if (decided.kind !== 'redeem') return decided;
  const { cashMinor, ...redeem } = decided;
  return { ...redeem, cash: cashMinor === undefined ? null : words.money(cashMinor) };
}
