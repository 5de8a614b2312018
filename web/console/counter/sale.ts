import { currencyDecimals, parseAmountMinor } from '../../../src/domain/money.ts';
import type { Sale } from './api.ts';

/** ¥1,000,000,000.00, the most that the server takes at a time. */
const AMOUNT_MINOR_MAX = 100_000_000_000;
/** As long as the largest amount with its decimals. */
const AMOUNT_CHARACTERS_MAX = 13;

/** What is being rung up: the amount as typed so far, and what it is for. */
export type Rung = { amount: string; category: string | null; service: string | null };

export const NOTHING_RUNG: Rung = { amount: '', category: null, service: null };

/** A key of the amount's pad. */
export type AmountKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '00' | '.' | 'back';

/** The amount after a key: what could never become an amount of the currency is not taken. */
export function keyedAmount(amount: string, key: AmountKey, currency: string): string {
  if (key === 'back') return amount.slice(0, -1);
  const typed = amount === '0' && /^\d$/.test(key) ? key : amount + key;
  return readableAmount(typed, currency) ?? amount;
}

/** Text that was typed or pasted as an amount on its way; null where it is none. A comma is read as a point. */
export function readableAmount(text: string, currency: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[，、,]/g, '.')
    .replace(/[^\d.]/g, '');
  const decimals = currencyDecimals(currency);
  const shape = decimals === 0 ? /^\d*$/ : new RegExp(`^\\d*(\\.\\d{0,${decimals}})?$`);
  if (plain.length > AMOUNT_CHARACTERS_MAX || !shape.test(plain)) return null;
  const shown = plain.replace(/^0+(?=\d)/, '').replace(/^\./, '0.');
  const whole = shown.replace(/\.$/, '');
  return whole === '' || parseAmountMinor(whole, currency, AMOUNT_MINOR_MAX) !== null ? shown : null;
}

/** What the server is asked about; null while nothing is rung up. A visit needs no amount where it has points of its own. */
export function saleOf(
  { amount, category, service }: Rung,
  currency: string,
  hasVisitPoints: boolean,
): Sale | null {
  const amountMinor = amount === '' ? 0 : (parseAmountMinor(amount.replace(/\.$/, ''), currency) ?? 0);
  if (amountMinor === 0 && !(service !== null && hasVisitPoints)) return null;
  return {
    ...(amountMinor === 0 ? {} : { amountMinor, category }),
    ...(service === null ? {} : { service }),
  };
}
