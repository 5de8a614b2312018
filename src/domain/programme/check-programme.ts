import { isCurrency } from '../money.ts';
import { isRational } from '../rational.ts';
import type { Programme } from './programme.ts';

/** Rates above this many points per major unit are a typing error, not a programme. */
const RATE_MAX = 1_000_000;
const CATEGORY_RATES_MAX = 200;
/** A larger gift for joining is a typing error, not a programme. */
export const SIGN_UP_BONUS_MAX = 1_000_000;
/** More for coming once is a typing error too. */
export const VISIT_POINTS_MAX = 1_000_000;
const DAYS_UNTIL_ENTRY_MAX = 365;
const ROLLING_DAYS_MAX = 36_500;
const GRACE_DAYS_MAX = 365;
const OPEN_HOLDS_MAX = 1_000;

/** The first thing that is wrong with a rule body, or null; what passes can be evaluated for any order. */
export function checkProgramme(body: Programme): { field: string; reason: string } | null {
  const wrong = (field: string, reason: string) => ({ field, reason });
  if (!isCurrency(body.currency)) return wrong('currency', 'not_a_currency');
  if (!isRate(body.baseRate)) return wrong('baseRate', 'not_a_rate');
  if (body.categoryRates.length > CATEGORY_RATES_MAX) return wrong('categoryRates', 'too_many');
  const categories = new Set(body.categoryRates.map((each) => each.category));
  if (categories.size !== body.categoryRates.length) return wrong('categoryRates', 'named_twice');
  if (categories.has('')) return wrong('categoryRates', 'unnamed');
  if (!body.categoryRates.every((each) => isRate(each.rate))) return wrong('categoryRates', 'not_a_rate');
  if (!within(body.signUpBonus ?? 0, 0, SIGN_UP_BONUS_MAX)) return wrong('signUpBonus', 'out_of_range');
  if (!within(body.visitPoints ?? 0, 0, VISIT_POINTS_MAX)) return wrong('visitPoints', 'out_of_range');
  if (!within(body.daysUntilEntry, 0, DAYS_UNTIL_ENTRY_MAX)) return wrong('daysUntilEntry', 'out_of_range');
  if (body.expiry.kind === 'rolling' && !within(body.expiry.days, 1, ROLLING_DAYS_MAX)) {
    return wrong('expiry', 'out_of_range');
  }
  if (!within(body.graceDays, 0, GRACE_DAYS_MAX)) return wrong('graceDays', 'out_of_range');
  if (!within(body.openHoldsMax, 1, OPEN_HOLDS_MAX)) return wrong('openHoldsMax', 'out_of_range');
  return null;
}

function isRate(rate: Programme['baseRate']): boolean {
  return isRational(rate) && rate.numerator / rate.denominator <= RATE_MAX;
}

function within(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}
