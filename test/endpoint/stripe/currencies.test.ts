import { expect, test } from 'vitest';
import { checkedCurrency, decimalsOf } from '../../../scripts/local/stripe/currencies.ts';
import { minorPerMajor } from '../../../src/domain/money.ts';
import { toChargeAmount } from '../../../src/domain/payment/charge-amount.ts';

const isCharged = (currency: string): boolean => {
  try {
    return checkedCurrency(currency, 'currency') !== '';
  } catch {
    return false;
  }
};

const CHARGED = Intl.supportedValuesOf('currency').filter(isCharged);

test('one of each currency that Stripe charges is one there', () => {
  expect(CHARGED.length).toBeGreaterThan(120);
  const other = CHARGED.filter((currency) => {
    const written = toChargeAmount(minorPerMajor(currency), currency);
    return written !== 10 ** decimalsOf(currency.toLowerCase());
  });
  expect(other).toEqual([]);
});
