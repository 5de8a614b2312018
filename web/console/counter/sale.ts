import { currencyDecimals, parseAmountMinor } from '../../../src/domain/money.ts';
import type { Sale } from './api.ts';

/** ¥1,000,000,000.00, the most that the server takes at a time. */
const AMOUNT_MINOR_MAX = 100_000_000_000;
/** As long as the largest amount with its decimals. */
const AMOUNT_CHARACTERS_MAX = 13;

/** As many as a paper receipt names; the server takes more. */
const LINES_MAX = 20;

/** An amount of the sale that is put aside while the next is typed. */
export type RungLine = { amountMinor: number; category: string | null };

/** What is being rung up: lines put aside, the amount as typed so far, and what it is for. */
export type Rung = {
  lines: readonly RungLine[];
  amount: string;
  category: string | null;
  service: string | null;
};

export const NOTHING_RUNG: Rung = { lines: [], amount: '', category: null, service: null };

/** The amount put aside, so that one of another category is typed beside it; null where there is none to put. */
export function withLine(rung: Rung, currency: string): Rung | null {
  const amountMinor = amountMinorOf(rung, currency);
  if (amountMinor === 0 || rung.lines.length + 1 >= LINES_MAX) return null;
  const { category } = rung;
  return { ...rung, lines: [...rung.lines, { amountMinor, category }], amount: '', category: null };
}

export function withoutLine(rung: Rung, position: number): Rung {
  return { ...rung, lines: rung.lines.filter((_, each) => each !== position) };
}

/** How many steps the sale has been rung up by, each to be gone back. */
export function rungSteps({ lines, amount }: Rung): number {
  return lines.length + (amount === '' ? 0 : 1);
}

/** The sale one step before: what was typed last is gone, else the line that was put aside last. */
export function rungBefore(rung: Rung): Rung {
  if (rung.amount !== '') return { ...rung, amount: '', category: null };
  return { ...rung, lines: rung.lines.slice(0, -1) };
}

/** What the whole sale comes to. */
export function totalMinor({ amountMinor = 0, lines = [] }: Sale): number {
  return lines.reduce((sum, line) => sum + line.amountMinor, amountMinor);
}

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
export function saleOf(rung: Rung, currency: string, hasVisitPoints: boolean): Sale | null {
  const { category, service } = rung;
  const amountMinor = amountMinorOf(rung, currency);
  const line = amountMinor === 0 ? [] : [{ amountMinor, category }];
  const visit = service === null ? {} : { service };
  if (rung.lines.length > 0) return { lines: [...rung.lines, ...line], ...visit };
  if (line.length === 0 && !(service !== null && hasVisitPoints)) return null;
  return { ...line[0], ...visit };
}

function amountMinorOf({ amount }: Rung, currency: string): number {
  return amount === '' ? 0 : (parseAmountMinor(amount.replace(/\.$/, ''), currency) ?? 0);
}
