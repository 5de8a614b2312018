/** One line of a reported order. Amounts are integer minor units of the order's currency. */
export type OrderLine = {
  lineId: string;
  category: string | null;
  amountMinor: number;
  quantity: number;
};

/** A member who came to the shop for a service; null where nobody said which. */
export type Visit = { service: string | null };

/**
 * `paid` earns points that wait for the order's completion; `completed` starts the days until entry;
 * `cancelled` takes back whatever the order still has.
 */
export type OrderStatus = 'paid' | 'completed' | 'cancelled';

/** A purchase as its source reports it; (channel, orderId) is its identity within the tenant. */
export type Order = {
  channel: string;
  orderId: string;
  currency: string;
  occurredAtMs: number;
  status: OrderStatus;
  lines: OrderLine[];
  /** She came for it: an attended visit earns points of its own. */
  visit?: Visit;
};

/** The channel of the purchases that staff enter for the member in front of them. */
export const COUNTER_CHANNEL = 'counter';

const GENERATED_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The number that people know an order by; null for a counter purchase without a receipt, whose id we made. */
export function orderNumberOf({ channel, orderId }: { channel: string; orderId: string }): string | null {
  return channel === COUNTER_CHANNEL && GENERATED_ID.test(orderId) ? null : orderId;
}

/** Bytes of JSON that the names in one order may take: its journal row travels whole in one message. */
const NAMES_BYTES_MAX = 42_000;

/** Whether a row about the order fits, and one about a refund of all its lines, which names them twice. */
export function namesFit(lines: readonly Pick<OrderLine, 'lineId' | 'category'>[]): boolean {
  const encoder = new TextEncoder();
  const bytesOf = (name: string | null) => encoder.encode(JSON.stringify(name)).length;
  const bytes = lines.reduce((sum, line) => sum + 2 * bytesOf(line.lineId) + bytesOf(line.category), 0);
  return bytes <= NAMES_BYTES_MAX;
}

export type RefundLine = { lineId: string; amountMinor: number };

/** Why an order earned what it earned, line by line, so that a member can be told (N9). */
export type EarnTrace = {
  programmeVersion: number;
  lines: {
    lineId: string;
    category: string | null;
    amountMinor: number;
    rate: { numerator: number; denominator: number };
    /** This line's share by cumulative floor; the shares add up to the order's points. */
    points: number;
  }[];
  /** What having come earned, beside the amounts. */
  visit?: Visit & { points: number };
  points: number;
};

/** When an order was made, where the shop's calendar says an earlier day than that of its report; else null. */
export function boughtEarlierAtMs(
  { occurredAtMs, reportedAtMs }: { occurredAtMs: number | null | undefined; reportedAtMs: number },
  dayOf: (atMs: number) => string,
): number | null {
  if (occurredAtMs == null || occurredAtMs >= reportedAtMs) return null;
  return dayOf(occurredAtMs) === dayOf(reportedAtMs) ? null : occurredAtMs;
}
