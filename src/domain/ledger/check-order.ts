import { isAmountMinor, isCurrency } from '../money.ts';
import { namesFit, type Order, type OrderLine, type Visit } from '../order.ts';
import { earnsTooMuch } from '../programme/evaluate.ts';
import type { Programme } from '../programme/programme.ts';
import type { Refusal } from '../refusal.ts';

const LINES_MAX = 200;
export const NAME_CHARACTERS_MAX = 200;
/** Clocks of reporting servers differ; a purchase further ahead than this is a mistake. */
const AHEAD_MAX_MS = 10 * 60_000;

/** Why an order cannot be taken, or null. Checks run in the order in which they are answered. */
export function checkOrder(order: Order, programme: Programme, nowMs: number): Refusal | null {
  const wrong = (field: string, reason: string): Refusal => ({ code: 'invalid_input', field, reason });
  if (!isName(order.channel)) return wrong('channel', 'not_a_name');
  if (!isName(order.orderId)) return wrong('orderId', 'not_a_name');
  if (!isCurrency(order.currency)) return wrong('currency', 'not_a_currency');
  if (!Number.isSafeInteger(order.occurredAtMs)) return wrong('occurredAt', 'not_a_time');
  if (order.occurredAtMs > nowMs + AHEAD_MAX_MS) return wrong('occurredAt', 'in_the_future');
  const line = checkLines(order.lines);
  if (line) return wrong('lines', line);
  if (order.visit && !isVisit(order.visit)) return wrong('visit', 'not_a_name');
  if (order.currency !== programme.currency)
    return { code: 'currency_mismatch', expected: programme.currency, found: order.currency };
  if (earnsTooMuch(programme, order.lines, order.visit)) return wrong('lines', 'too_many_points');
  return null;
}

/** A name that outside systems give: not empty, not endless. */
export function isName(text: string): boolean {
  return text.length > 0 && text.length <= NAME_CHARACTERS_MAX;
}

function isVisit({ service }: Visit): boolean {
  return service === null || isName(service);
}

function checkLines(lines: readonly OrderLine[]): string | null {
  if (lines.length === 0) return 'empty';
  if (lines.length > LINES_MAX) return 'too_many';
  if (new Set(lines.map((line) => line.lineId)).size !== lines.length) return 'line_named_twice';
  if (!lines.every((line) => isName(line.lineId))) return 'not_a_name';
  if (!lines.every((line) => line.category === null || isName(line.category))) return 'not_a_category';
  if (!namesFit(lines)) return 'names_too_long';
  if (!lines.every((line) => isAmountMinor(line.amountMinor))) return 'not_an_amount';
  if (!lines.every((line) => Number.isSafeInteger(line.quantity) && line.quantity > 0))
    return 'not_a_quantity';
  return null;
}
