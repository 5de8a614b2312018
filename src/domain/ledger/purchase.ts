import type { EarnTrace, OrderLine, OrderStatus, RefundLine, Visit } from '../order.ts';

export type PurchaseLine = OrderLine & { refundedMinor: number };

export type PurchaseRefund = {
  refundId: string;
  lines: RefundLine[];
  takenPoints: number;
  lapsedPoints: number;
  owedPoints: number;
  writtenOffPoints: number;
  seq: number;
};

/** An order as the account remembers it: what was reported, what it earned, and what went back. */
export type Purchase = {
  channel: string;
  orderId: string;
  currency: string;
  occurredAtMs: number;
  status: OrderStatus;
  lines: PurchaseLine[];
  visit?: Visit;
  /** The rule body that granted; a refund years later is computed under it. */
  programmeVersion: number;
  programmeHash: string;
  grantedPoints: number;
  /** All that refunds and cancellation have taken, were owed, were written off or had lapsed. */
  clawedBackPoints: number;
  /** Null where the purchase earned nothing. */
  lotId: number | null;
  availableAtMs: number | null;
  expiresAtMs: number | null;
  trace: EarnTrace;
  refunds: PurchaseRefund[];
  firstSeq: number;
  seq: number;
};

/** A purchase as journal rows and replies show it. */
export type PurchaseView = {
  channel: string;
  orderId: string;
  /** When it was bought, by the report; rows of releases before this one do not say. */
  occurredAtMs: number;
  status: OrderStatus;
  points: number;
  clawedBackPoints: number;
  /** What she paid for it, less what was refunded; rows of releases before this one do not say. */
  spentMinor: number;
  availableAtMs: number | null;
  expiresAtMs: number | null;
  trace: EarnTrace;
};

export function viewOfPurchase(purchase: Purchase): PurchaseView {
  const { channel, orderId, occurredAtMs, status, grantedPoints: points } = purchase;
  const { clawedBackPoints, availableAtMs, expiresAtMs, trace } = purchase;
  return {
    channel,
    orderId,
    occurredAtMs,
    status,
    points,
    clawedBackPoints,
    spentMinor: spentOn(purchase.lines),
    availableAtMs,
    expiresAtMs,
    trace,
  };
}

function spentOn(lines: readonly PurchaseLine[]): number {
  return lines.reduce((sum, line) => sum + line.amountMinor - line.refundedMinor, 0);
}

/** What is left of each line after the refunds so far. */
export function remainingLines(lines: readonly PurchaseLine[]): OrderLine[] {
  return lines.map(({ refundedMinor, ...line }) => ({
    ...line,
    amountMinor: line.amountMinor - refundedMinor,
  }));
}

/** The visit, unless everything that was paid at it went back; one at which nothing was paid stays. */
export function remainingVisit({ lines, visit }: Pick<Purchase, 'lines' | 'visit'>): Visit | undefined {
  const paid = lines.filter((line) => line.amountMinor > 0);
  const left = paid.length === 0 || paid.some((line) => line.refundedMinor < line.amountMinor);
  return left ? visit : undefined;
}

/** What is left to have been paid for the lines after the refunds so far. */
export function remainingMinor(lines: readonly PurchaseLine[]): number {
  return remainingLines(lines).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

/** Whether the purchase counts as one: not cancelled, and not refunded whole. */
export function isStanding({ status, lines }: Pick<Purchase, 'status' | 'lines'>): boolean {
  if (status === 'cancelled') return false;
  return remainingMinor(lines) > 0 || lines.every(({ refundedMinor }) => refundedMinor === 0);
}

/** The name of a purchase's one effect, unique for ever within its account. */
export function purchaseKey(channel: string, orderId: string): string {
  return `order:${JSON.stringify([channel, orderId])}`;
}
