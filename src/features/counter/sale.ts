import type { Context } from '../../context.ts';
import { checkOrder } from '../../domain/ledger/check-order.ts';
import { COUNTER_CHANNEL, type EarnTrace, type Order, type OrderLine } from '../../domain/order.ts';
import { evaluateOrder } from '../../domain/programme/evaluate.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import type { Till } from './read-till.ts';

/** What a clerk typed: an amount or lines, and the service that was had; null: some service, absent: none. */
export type Sale = {
  amountMinor?: number | undefined;
  category?: string | null | undefined;
  lines?: { amountMinor: number; category?: string | null | undefined }[] | undefined;
  service?: string | null | undefined;
};

/** The sale as the order that it is: paid and handed over. */
export function orderOf(
  { tenant }: Pick<Context, 'tenant'>,
  sale: Sale,
  { orderId, occurredAtMs }: Pick<Order, 'orderId' | 'occurredAtMs'>,
): Order {
  return {
    channel: COUNTER_CHANNEL,
    orderId,
    currency: tenant.currency,
    occurredAtMs,
    status: 'completed',
    lines: linesOf(sale),
    ...(sale.service !== undefined && { visit: { service: sale.service } }),
  };
}

/** What the account will give for it, by the same pure rule; or why it would not. Writes nothing. */
export function weigh(order: Order, till: Till, nowMs: number): Result<EarnTrace> {
  const service = order.visit?.service ?? null;
  if (service !== null && !till.settings.services.some(({ id }) => id === service)) {
    return refuse({ code: 'invalid_input', field: 'service', reason: 'unknown' });
  }
  const wrong = checkOrder(order, till.programme.body, nowMs);
  if (wrong) return refuse(wrong);
  return succeed(evaluateOrder(till.programme, order.lines, order.visit));
}

export function amountOf(lines: readonly Pick<OrderLine, 'amountMinor'>[]): number {
  return lines.reduce((sum, line) => sum + line.amountMinor, 0);
}

function linesOf({ amountMinor, category, lines }: Sale): OrderLine[] {
  const typed = lines ?? [{ amountMinor: amountMinor ?? 0, category }];
  return typed.map((line, index) => ({
    lineId: String(index + 1),
    category: line.category ?? null,
    amountMinor: line.amountMinor,
    quantity: 1,
  }));
}
