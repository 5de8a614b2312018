import { parseAmountMinor } from '../../../src/domain/money.ts';
import type { RefundQuoteAnswer } from '../../../src/features/orders/schemas.ts';
import type { RefundLine } from './api.ts';

type Line = RefundQuoteAnswer['lines'][number];

export function remainingMinor({ amountMinor, refundedMinor }: Line): number {
  return amountMinor - refundedMinor;
}

/**
 * What comes back of each line as typed, by the line's id; an empty field is a line that she keeps.
 * Null while an amount is none or more than is left, or while nothing comes back.
 */
export function readRefund(
  lines: readonly Line[],
  typed: Readonly<Record<string, string>>,
  currency: string,
): RefundLine[] | null {
  const returned = lines.filter(({ lineId }) => (typed[lineId] ?? '').trim() !== '');
  const read = returned.map((line) => ({
    lineId: line.lineId,
    amountMinor: parseAmountMinor(typed[line.lineId] ?? '', currency) ?? 0,
    remaining: remainingMinor(line),
  }));
  const fits = read.every(({ amountMinor, remaining }) => amountMinor > 0 && amountMinor <= remaining);
  if (read.length === 0 || !fits) return null;
  return read.map(({ lineId, amountMinor }) => ({ lineId, amountMinor }));
}
