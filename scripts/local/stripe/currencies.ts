import { invalid } from './error.ts';

/** docs.stripe.com/currencies: for these an amount is the number of whole units. */
const ZERO_DECIMAL = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '));
/** For these an amount counts thousandths, and its last digit must be 0. */
const THREE_DECIMAL = new Set('bhd jod kwd omr tnd'.split(' '));
/** `isk` and `ugx` have none any more, and are written with two (the page's special cases). */
const TWO_DECIMAL = new Set(
  `usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bmd bnd bob brl bsd bwp byn bzd cad cdf chf
cny cop crc cve czk dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gtq gyd hkd hnl htg huf idr ils inr isk
jmd kes kgs khr kyd kzt lak lbp lkr lrd lsl mad mdl mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok
npr nzd pab pen pgk php pkr pln qar ron rsd rub sar sbd scr sek sgd shp sle sos srd std szl thb tjs top try
ttd twd tzs uah ugx uyu uzs wst xcd yer zar zmw`.split(/\s+/),
);

/** Least charges that Stripe publishes; elsewhere it converts, which comes to about half a dollar. */
const LEAST_CHARGE: Record<string, number> = {
  usd: 50,
  aed: 200,
  aud: 50,
  bgn: 100,
  brl: 50,
  cad: 50,
  chf: 50,
  cny: 400,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17_500,
  inr: 50,
  jpy: 50,
  kwd: 150,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
  twd: 1600,
};
const LEAST_CHARGE_ELSEWHERE = 50;
const CHARGE_MAX = 99_999_999;

export function decimalsOf(currency: string): number {
  return ZERO_DECIMAL.has(currency) ? 0 : THREE_DECIMAL.has(currency) ? 3 : 2;
}

/** `¥166.70` of 16670: an amount as people of the locale write it. */
export function formatAmount(amount: number, currency: string, locale = 'en'): string {
  const decimals = decimalsOf(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount / 10 ** decimals);
}

/** The currency in small letters, refused when nobody can be charged in it. */
export function checkedCurrency(text: string, param: string): string {
  const currency = text.toLowerCase();
  if (!ZERO_DECIMAL.has(currency) && !THREE_DECIMAL.has(currency) && !TWO_DECIMAL.has(currency)) {
    throw invalid(`Invalid currency: ${text}. Stripe cannot charge in it.`, param);
  }
  return currency;
}

/** Refuses an amount that Stripe's partners cannot process in a currency of three decimals. */
export function checkPrecision(amount: number, currency: string, param: string): void {
  if (decimalsOf(currency) === 3 && amount % 10 !== 0) {
    throw invalid(`Invalid amount: the last digit of an amount in ${currency} must be 0.`, param);
  }
}

/** Refuses what is less or more than one charge may be. */
export function checkChargeable(amount: number, currency: string): void {
  const least = LEAST_CHARGE[currency] ?? LEAST_CHARGE_ELSEWHERE;
  if (amount < least) {
    throw invalid(
      `The Checkout Session's total amount due must add up to at least ${formatAmount(least, currency)} ${currency}`,
      undefined,
      'amount_too_small',
    );
  }
  if (amount > CHARGE_MAX) {
    throw invalid('The total amount due is too large', undefined, 'amount_too_large');
  }
}
