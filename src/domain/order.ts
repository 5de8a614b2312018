/** One line of a reported order. Amounts are integer minor units of the order's currency. */
export type OrderLine = {
  lineId: string;
  category: string | null;
  amountMinor: number;
  quantity: number;
};

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
};

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
  points: number;
};
