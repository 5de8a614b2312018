import { assert } from './assert.ts';

/** ISO 4217 minor units that are not 2. Intl follows cash usage for some of these, so they stand here. */
const WITHOUT_DECIMALS = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
);
const WITH_THREE_DECIMALS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** The most that one amount may be; sums of a few hundred lines stay safe integers. */
export const AMOUNT_MINOR_MAX = 10_000_000_000_000;

/**
 * The least amounts that Stripe charges, in minor units, where it publishes one for the currency. A
 * charge of less is refused.
 */
const LEAST_CHARGES_MINOR: Readonly<Record<string, number>> = {
  AED: 200,
  AUD: 50,
  BRL: 50,
  CAD: 50,
  CHF: 50,
  CZK: 1500,
  DKK: 250,
  EUR: 50,
  GBP: 30,
  HKD: 400,
  HUF: 17_500,
  INR: 50,
  JPY: 50,
  MXN: 1000,
  MYR: 200,
  NOK: 300,
  NZD: 50,
  PLN: 200,
  RON: 200,
  SEK: 300,
  SGD: 50,
  THB: 1000,
  USD: 50,
};

/**
 * Of other currencies Stripe converts the charge and compares it with the least of the one that the
 * account settles in. These come to about $0.70, which is above all of those whatever the rates do.
 */
const LEAST_CHARGES_CONVERTED_MINOR: Readonly<Record<string, number>> = {
  BHD: 300,
  CNY: 500,
  IDR: 1_200_000,
  KRW: 1000,
  KWD: 250,
  MOP: 600,
  PHP: 4500,
  SAR: 300,
  TWD: 2500,
  VND: 20_000,
};

/** Whether the text has the form of an ISO currency code. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code);
}

/** How many decimals the currency has: 0, 2 or 3. */
export function currencyDecimals(currency: string): 0 | 2 | 3 {
  assert(isCurrency(currency), 'a currency is three capital letters');
  if (WITHOUT_DECIMALS.has(currency)) return 0;
  return WITH_THREE_DECIMALS.has(currency) ? 3 : 2;
}

/** Two decimals by ISO 4217, and none at Stripe. */
const CHARGED_IN_WHOLES = new Set(['MGA']);

/** What every charge is a multiple of, in minor units: Stripe takes no third decimal other than 0. */
export function chargeUnitMinor(currency: string): number {
  if (CHARGED_IN_WHOLES.has(currency)) return minorPerMajor(currency);
  return currencyDecimals(currency) === 3 ? 10 : 1;
}

/** Whether an amount at Stripe counts the currency's whole units, though it has smaller ones. */
export function isChargedInWholes(currency: string): boolean {
  return CHARGED_IN_WHOLES.has(currency);
}

/** The least that can be charged in one payment, in minor units. */
export function leastChargeMinor(currency: string): number {
  return (
    LEAST_CHARGES_MINOR[currency] ?? LEAST_CHARGES_CONVERTED_MINOR[currency] ?? chargeUnitMinor(currency)
  );
}

/** How many minor units make one major unit: 1, 100 or 1,000. */
export function minorPerMajor(currency: string): number {
  return 10 ** currencyDecimals(currency);
}

/** A non-negative amount in minor units that the product takes. */
export function isAmountMinor(amountMinor: number): boolean {
  return Number.isSafeInteger(amountMinor) && amountMinor >= 0 && amountMinor <= AMOUNT_MINOR_MAX;
}

/**
 * Reads a typed amount such as "199.99" or "1,280" exactly, without passing through floats.
 * Null when it is no amount, has more decimals than the currency, or is above `mostMinor`.
 */
export function parseAmountMinor(
  text: string,
  currency: string,
  mostMinor: number = AMOUNT_MINOR_MAX,
): number | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return null;
  const decimals = currencyDecimals(currency);
  const fraction = match[2] ?? '';
  if (fraction.length > decimals) return null;
  const minor = BigInt((match[1] ?? '').replaceAll(',', '') + fraction.padEnd(decimals, '0'));
  return minor <= BigInt(mostMinor) ? Number(minor) : null;
}

/** Minor units as they are typed: "199.99", "128"; the inverse of `parseAmountMinor`. */
export function typedAmount(amountMinor: number, currency: string): string {
  const scale = minorPerMajor(currency);
  const minor = amountMinor % scale;
  const major = String((amountMinor - minor) / scale);
  return minor === 0 ? major : `${major}.${String(minor).padStart(currencyDecimals(currency), '0')}`;
}
