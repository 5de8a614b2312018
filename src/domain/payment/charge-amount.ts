import { assert } from '../assert.ts';
import { chargeUnitMinor, isChargedInWholes } from '../money.ts';

/** Currencies without decimals that Stripe keeps writing with two, for old integrations' sake. */
const WRITTEN_WITH_TWO_DECIMALS = new Set(['ISK', 'UGX']);

/** The amount as Stripe writes it. */
export function toChargeAmount(amountMinor: number, currency: string): number {
  if (!isChargedInWholes(currency)) return amountMinor * factorOf(currency);
  const unitMinor = chargeUnitMinor(currency);
  assert(amountMinor % unitMinor === 0, `${currency} is charged in whole units`);
  return amountMinor / unitMinor;
}

/** An amount of Stripe's in minor units; never more than it was. */
export function fromChargeAmount(amount: number, currency: string): number {
  if (isChargedInWholes(currency)) return amount * chargeUnitMinor(currency);
  return Math.floor(amount / factorOf(currency));
}

function factorOf(currency: string): number {
  return WRITTEN_WITH_TWO_DECIMALS.has(currency) ? 100 : 1;
}
