import type { ActorRef } from './actor.ts';
import type { Order, OrderStatus, RefundLine } from './order.ts';
import { refuse } from './outcome.ts';
import type { Refusal } from './refusal.ts';

/** What was reported about a purchase and has not reached an account yet: its buyer's, once she has joined. */
export type WaitingOrder = {
  order: Order;
  /** In whose name the account will be told. */
  reportedBy: ActorRef;
  /** When it was completed, where a later report than the first said so at a later time. */
  completedAtMs?: number;
  refunds: { refundId: string; lines: RefundLine[] }[];
};

type Merged = { ok: true; value: WaitingOrder } | { ok: false; refusal: Refusal };

const STATUS_ORDER: Record<OrderStatus, number> = { paid: 0, completed: 1, cancelled: 2 };

/**
 * A later report of the same order: only its status may have moved on; a late older one changes
 * nothing. What is refused here and what is not is the same as once an account has the order.
 */
export function mergeReport(waiting: WaitingOrder, report: Order): Merged {
  const { order } = waiting;
  if (order.currency !== report.currency) return refuse({ code: 'order_changed', field: 'currency' });
  const cancels = report.status === 'cancelled' && order.status !== 'cancelled';
  if (!cancels && JSON.stringify(comparable(order)) !== JSON.stringify(comparable(report))) {
    return refuse({ code: 'order_changed', field: 'lines' });
  }
  if (STATUS_ORDER[report.status] <= STATUS_ORDER[order.status]) return { ok: true, value: waiting };
  const { status } = report;
  const { completedAtMs: _, ...rest } = waiting;
  const later = status === 'completed' && report.occurredAtMs > order.occurredAtMs;
  const completed = later ? { completedAtMs: report.occurredAtMs } : {};
  return { ok: true, value: { ...rest, ...completed, order: { ...order, status } } };
}

/** A refund of an order that waits; the same refund again changes nothing. */
export function mergeRefund(waiting: WaitingOrder, refundId: string, lines: RefundLine[]): Merged {
  const known = waiting.refunds.find((refund) => refund.refundId === refundId);
  if (known) {
    const same = JSON.stringify(sorted(known.lines)) === JSON.stringify(sorted(lines));
    return same ? { ok: true, value: waiting } : refuse({ code: 'order_changed', field: 'refund' });
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

function comparable({ lines, visit }: Order) {
  const named = lines.map(({ lineId, category, amountMinor, quantity }) => [
    lineId,
    category,
    amountMinor,
    quantity,
  ]);
  return visit ? [...named, [visit.service]] : named;
}

function sorted(lines: RefundLine[]) {
  return lines.map(({ lineId, amountMinor }) => [lineId, amountMinor]).sort();
}
