import type { Order, OrderStatus, RefundLine } from './order.ts';
import { refuse } from './outcome.ts';
import type { Refusal } from './refusal.ts';

/** What was reported about the purchase of someone who has not joined yet, until she does. */
export type WaitingOrder = { order: Order; refunds: { refundId: string; lines: RefundLine[] }[] };

type Merged = { ok: true; value: WaitingOrder } | { ok: false; refusal: Refusal };

const STATUS_ORDER: Record<OrderStatus, number> = { paid: 0, completed: 1, cancelled: 2 };

/** A later report of the same order: only its status may have moved on; a late older one changes nothing. */
export function mergeReport(waiting: WaitingOrder, report: Order): Merged {
  const { order } = waiting;
  if (order.currency !== report.currency) return refuse({ code: 'order_changed', field: 'currency' });
  if (order.occurredAtMs !== report.occurredAtMs)
    return refuse({ code: 'order_changed', field: 'occurredAt' });
  if (JSON.stringify(comparable(order)) !== JSON.stringify(comparable(report))) {
    return refuse({ code: 'order_changed', field: 'lines' });
  }
  const status = STATUS_ORDER[report.status] > STATUS_ORDER[order.status] ? report.status : order.status;
  return { ok: true, value: { ...waiting, order: { ...order, status } } };
}

/** A refund of an order that waits; the same refund again changes nothing. */
export function mergeRefund(waiting: WaitingOrder, refundId: string, lines: RefundLine[]): Merged {
  const known = waiting.refunds.find((refund) => refund.refundId === refundId);
  if (known) {
    const same = JSON.stringify(sorted(known.lines)) === JSON.stringify(sorted(lines));
    return same ? { ok: true, value: waiting } : refuse({ code: 'key_reused' });
  }
  for (const line of lines) {
    const remainingMinor = remainingOf(waiting, line.lineId);
    if (line.amountMinor > remainingMinor) {
      return refuse({ code: 'refund_exceeds_line', lineId: line.lineId, remainingMinor });
    }
  }
  return { ok: true, value: { ...waiting, refunds: [...waiting.refunds, { refundId, lines }] } };
}

function remainingOf({ order, refunds }: WaitingOrder, lineId: string): number {
  const bought = order.lines.find((line) => line.lineId === lineId)?.amountMinor ?? 0;
  return refunds
    .flatMap((refund) => refund.lines)
    .filter((line) => line.lineId === lineId)
    .reduce((remaining, line) => remaining - line.amountMinor, bought);
}

function comparable(order: Order) {
  return order.lines.map(({ lineId, category, amountMinor, quantity }) => [
    lineId,
    category,
    amountMinor,
    quantity,
  ]);
}

function sorted(lines: RefundLine[]) {
  return lines.map(({ lineId, amountMinor }) => [lineId, amountMinor]).sort();
}
