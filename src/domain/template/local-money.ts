import { currencyDecimals, minorPerMajor, typedAmount } from '../money.ts';
import type { Rational } from '../programme/programme.ts';

/**
 * What stands for ¥1 of a template elsewhere: round prices that a shop there might ask, no rates of
 * exchange. A ¥10 coupon is NT$50, ¥200 in Japan and $2.
 */
const UNITS_PER_YUAN: Readonly<Record<string, Rational>> = {
  CNY: { numerator: 1, denominator: 1 },
  HKD: { numerator: 1, denominator: 1 },
  MOP: { numerator: 1, denominator: 1 },
  TWD: { numerator: 5, denominator: 1 },
  JPY: { numerator: 20, denominator: 1 },
  KRW: { numerator: 200, denominator: 1 },
  THB: { numerator: 5, denominator: 1 },
  PHP: { numerator: 8, denominator: 1 },
  INR: { numerator: 10, denominator: 1 },
  VND: { numerator: 4000, denominator: 1 },
  IDR: { numerator: 2000, denominator: 1 },
  MYR: { numerator: 1, denominator: 2 },
};
/** Of currencies that are worth about a dollar, and of those without decimals, which are worth little. */
const LIKE_THE_DOLLAR: Rational = { numerator: 1, denominator: 5 };
const LIKE_THE_YEN: Rational = { numerator: 20, denominator: 1 };

const SIGNS: Readonly<Record<string, string>> = {
  CNY: '¥',
  JPY: '¥',
  TWD: 'NT$',
  HKD: 'HK$',
  MOP: 'MOP$',
  USD: '$',
  SGD: 'S$',
  AUD: 'A$',
  CAD: 'C$',
  NZD: 'NZ$',
  EUR: '€',
  GBP: '£',
  KRW: '₩',
  THB: '฿',
  MYR: 'RM',
  INR: '₹',
};

/** Units of the currency for what a template calls ¥1. */
export function unitsPerYuan(currency: string): Rational {
  return UNITS_PER_YUAN[currency] ?? (currencyDecimals(currency) === 0 ? LIKE_THE_YEN : LIKE_THE_DOLLAR);
}

/** An amount of a template in minor units of the currency, floored. */
export function inCurrency(yuan: number, currency: string): number {
  const { numerator, denominator } = unitsPerYuan(currency);
  return Math.floor((yuan * numerator * minorPerMajor(currency)) / denominator);
}

/** An amount as it stands in a reward's name: `¥10`, `NT$2,995`, `$1.60`. */
export function moneyInName(amountMinor: number, currency: string): string {
  const grouped = typedAmount(amountMinor, currency).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
  return `${SIGNS[currency] ?? `${currency} `}${grouped}`;
}
