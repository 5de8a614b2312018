import type { JournalRow, Json } from '../../domain/journal.ts';
import type { EarnTrace } from '../../domain/order.ts';
import { isoOrNull } from '../../lib/instant.ts';

/** Why an entry stands in the books, in the words of the public API; null is what does not apply. */
export type Why = {
  /** order, refund, redemption, adjustment, import, import_reversal, or the entry's own kind where nothing caused it. */
  kind: string;
  channel: string | null;
  orderId: string | null;
  refundId: string | null;
  redemptionId: string | null;
  /** Staff's reason and note of an adjustment. */
  reason: string | null;
  note: string | null;
  /** Of what was imported: balance, earned, redeemed or expired. */
  movement: string | null;
  programmeVersion: number | null;
  trace: EarnTrace | null;
  /** When the purchase was made, or what was imported happened: earlier than the entry's own time. */
  occurredAt: string | null;
  availableAt: string | null;
  expiresAt: string | null;
};

/** Reads the reason out of a journal row; details that were erased are simply gone. */
export function whyOf({ type, body, detail }: Pick<JournalRow, 'type' | 'body' | 'detail'>): Why {
  const source = recordOf(body.source);
  const order = recordOf(body.order);
  return {
    kind: textOf(source.kind) ?? type.replace(/^points\./, ''),
    channel: textOf(source.channel),
    orderId: textOf(source.orderId),
    refundId: textOf(source.refundId),
    redemptionId: textOf(source.redemptionId),
    reason: textOf(body.reason),
    note: textOf(detail?.note),
    movement: textOf(body.movement),
    programmeVersion: numberOf(body.programmeVersion),
    trace: (order.trace ?? null) as EarnTrace | null,
    occurredAt: isoOrNull(numberOf(order.occurredAtMs) ?? numberOf(body.occurredAtMs)),
    availableAt: isoOrNull(numberOf(body.availableAtMs)),
    expiresAt: isoOrNull(numberOf(body.expiresAtMs)),
  };
}

function recordOf(value: Json | undefined): { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function numberOf(value: Json | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
