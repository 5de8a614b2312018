import { parseAmountMinor } from '../../../src/domain/money.ts';

/** One amount of a receipt as it is being typed; `id` keeps its field while others go. */
export type TypedLine = { id: number; amount: string; category: string | null };
export type ReceiptLine = { amountMinor: number; category: string | null };

/** As many as the server takes. */
export const RECEIPT_LINES_MAX = 20;

export function newReceiptLine(lines: readonly TypedLine[]): TypedLine {
  return { id: Math.max(0, ...lines.map(({ id }) => id)) + 1, amount: '', category: null };
}

/** What the receipt says, or null while an amount is missing or none. */
export function readReceipt(lines: readonly TypedLine[], currency: string): ReceiptLine[] | null {
  const read = lines.map(({ amount, category }) => ({
    amountMinor: parseAmountMinor(amount, currency) ?? 0,
    category,
  }));
  return read.every(({ amountMinor }) => amountMinor > 0) ? read : null;
}
