import type { RewardAction } from '../../../web/mall/views.ts';
import type { PriceTerms } from '../../domain/catalogue/price-terms.ts';
import type { Rational } from '../../domain/programme/programme.ts';
import type { StockBand } from '../publication/manifest.ts';

export type RewardSituation = {
  state: 'live' | 'stopped';
  terms: PriceTerms;
  band: StockBand;
  limitPerMember: number | null;
  redeemedUnits: number;
  /** What the reader can spend; `unknown` is not zero. */
  available: number | 'visitor' | 'unknown';
};

/** What the one button does, in the order in which redeeming itself would refuse. */
export function decideRewardAction(situation: RewardSituation, nowMs: number) {
  const { state, terms, band, limitPerMember, redeemedUnits, available } = situation;
  if (state === 'stopped') return { kind: 'stopped' } as const;
  if (terms.startsAtMs !== null && nowMs < terms.startsAtMs)
    return { kind: 'not_started', startsAtMs: terms.startsAtMs } as const;
  if (terms.endsAtMs !== null && nowMs >= terms.endsAtMs) return { kind: 'ended' } as const;
  if (band === 'out') return { kind: 'sold_out' } as const;
  if (available === 'visitor') return { kind: 'sign_in' } as const;
  if (available === 'unknown') return { kind: 'unknown' } as const;
  if (limitPerMember !== null && redeemedUnits >= limitPerMember)
    return { kind: 'limit', limit: limitPerMember } as const;
  const leftPoints = available - terms.pointsEach;
  if (leftPoints < 0)
    return { kind: 'short', missingPoints: -leftPoints, availablePoints: available } as const;
  return { kind: 'redeem', points: terms.pointsEach, leftPoints } as const;
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
  spend: (missingPoints: number) => string | null,
): RewardAction {
  return decided.kind === 'short' ? { ...decided, spend: spend(decided.missingPoints) } : decided;
}
