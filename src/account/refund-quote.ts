import type { RefundLine } from '../domain/order.ts';
import { type Outcome, refuse } from '../domain/outcome.ts';
import type { AccountDesk } from './account-desk.ts';
import { planRefund } from './commands/refund-order.ts';
import type { RefundQuote } from './contract.ts';

/** What is left of a purchase's lines, and, where lines are named, what their refund would take. Writes nothing. */
export function quoteRefund(
  desk: AccountDesk,
  refund: { channel: string; orderId: string; lines: RefundLine[] },
  nowMs: number,
): Outcome<RefundQuote> {
  const purchase = desk.records.purchase(refund.channel, refund.orderId);
  if (purchase === null) return refuse({ code: 'order_unknown' });
  const { status, seq } = purchase;
  const lines = purchase.lines.map(({ lineId, category, amountMinor, refundedMinor }) => ({
    lineId,
    category,
    amountMinor,
    refundedMinor,
  }));
  if (refund.lines.length === 0) return told(desk, { status, lines, taken: null });
  const actor = { kind: 'system', id: 'quote' } as const;
  const plan = planRefund(desk, { ...refund, refundId: `quote ${seq}`, actor }, nowMs);
  if (plan.kind === 'refused') return refuse(plan.refusal);
  const { takenPoints, lapsedPoints, owedPoints, writtenOffPoints } = plan.value;
  return told(desk, { status, lines, taken: { takenPoints, lapsedPoints, owedPoints, writtenOffPoints } });
}

function told(desk: AccountDesk, value: RefundQuote): Outcome<RefundQuote> {
  return { ok: true, value, replayed: false, seq: desk.opened.journal.head.seq };
}
