import type { ActorRef } from '../actor.ts';
import { type Decision, invalid, refused } from '../decision.ts';
import { isAmountMinor } from '../money.ts';
import type { RefundLine } from '../order.ts';
import { clawbackDue } from '../programme/clawback.ts';
import type { Programme } from '../programme/programme.ts';
import { isName } from './check-order.ts';
import { type ClawedBack, clawBack } from './claw-back.ts';
import { writeDownDue } from './due.ts';
import { purchaseBody } from './earn-order.ts';
import { type Draft, draftOf, type Ledger, state } from './ledger.ts';
import {
  isStanding,
  type Purchase,
  type PurchaseLine,
  type PurchaseRefund,
  remainingLines,
  remainingVisit,
} from './purchase.ts';

export type RefundOrderInput = { refundId: string; lines: RefundLine[]; actor: ActorRef };
export type RefundChange = { draft: Draft; purchase: Purchase; refund: PurchaseRefund };

const NOTHING: ClawedBack = { takenPoints: 0, lapsedPoints: 0, owedPoints: 0, writtenOffPoints: 0 };

/** A refund of some amounts of some lines: the points that the rest no longer earns go back. */
export function decideRefund(
  ledger: Ledger,
  purchase: Purchase | null,
  grantedUnder: Programme | null,
  input: RefundOrderInput,
  nowMs: number,
): Decision<PurchaseRefund, RefundChange> {
  if (!isName(input.refundId)) return invalid('refundId', 'not_a_name');
  if (purchase === null || grantedUnder === null) return refused({ code: 'order_unknown' });
  const known = purchase.refunds.find((refund) => refund.refundId === input.refundId);
  if (known && !sameLines(known.lines, input.lines))
    return refused({ code: 'order_changed', field: 'refund' });
  if (known) return { kind: 'unchanged', value: known, seq: known.seq };
  const lines = refundLines(purchase.lines, input.lines);
  if (!Array.isArray(lines)) return lines;
  const draft = draftOf(ledger, nowMs);
  writeDownDue(draft);
  const wasStanding = isStanding(purchase);
  const refunding = { purchase: { ...purchase, lines }, wasStanding, programme: grantedUnder };
  return { kind: 'changed', change: refundPurchase(draft, refunding, input) };
}

/** The name of a refund's one effect, unique for ever within its account. */
export function refundKey(channel: string, orderId: string, refundId: string): string {
  return `refund:${JSON.stringify([channel, orderId, refundId])}`;
}

type Refunding = { purchase: Purchase; wasStanding: boolean; programme: Programme };

function refundPurchase(
  draft: Draft,
  { purchase, wasStanding, programme }: Refunding,
  input: RefundOrderInput,
): RefundChange {
  const due = clawbackDue({
    grantedPoints: purchase.grantedPoints,
    clawedBackPoints: purchase.clawedBackPoints,
    programme: { version: purchase.programmeVersion, body: programme },
    remainingLines: remainingLines(purchase.lines),
    remainingVisit: remainingVisit(purchase),
  });
  const seq = draft.headSeq + 1;
  const clawedBackPoints = purchase.clawedBackPoints + due;
  const refunded: Purchase = { ...purchase, clawedBackPoints, seq };
  const { refundId, lines } = input;
  const source = { kind: 'refund', channel: purchase.channel, orderId: purchase.orderId, refundId };
  const sale = {
    amountMinor: lines.reduce((sum, { amountMinor }) => sum - amountMinor, 0),
    purchases: wasStanding && !isStanding(refunded) ? -1 : 0,
  };
  const body = { ...purchaseBody(refunded, input.actor), source, refundLines: lines, sale };
  let outcome = NOTHING;
  if (purchase.lotId === null || due === 0) state(draft, 'order.updated', body);
  else
    outcome = clawBack(
      draft,
      { lots: [{ lotId: purchase.lotId, points: due }], policy: programme.clawback },
      body,
    );
  const refund: PurchaseRefund = { refundId, lines, ...outcome, seq };
  return { draft, purchase: { ...refunded, refunds: [...purchase.refunds, refund] }, refund };
}

/** The purchase's lines with the refund added, or why it does not fit them. */
function refundLines(lines: readonly PurchaseLine[], refund: readonly RefundLine[]) {
  if (refund.length === 0) return invalid('lines', 'empty');
  if (new Set(refund.map((line) => line.lineId)).size !== refund.length)
    return invalid('lines', 'line_named_twice');
  for (const part of refund) {
    const line = lines.find((each) => each.lineId === part.lineId);
    if (line === undefined) return invalid('lines', 'unknown_line');
    if (!isAmountMinor(part.amountMinor)) return invalid('lines', 'not_an_amount');
    const remainingMinor = line.amountMinor - line.refundedMinor;
    if (part.amountMinor > remainingMinor)
      return refused({ code: 'refund_exceeds_line', lineId: line.lineId, remainingMinor });
  }
  return lines.map((line): PurchaseLine => {
    const part = refund.find((each) => each.lineId === line.lineId);
    return part ? { ...line, refundedMinor: line.refundedMinor + part.amountMinor } : line;
  });
}

function sameLines(left: readonly RefundLine[], right: readonly RefundLine[]): boolean {
  return (
    left.length === right.length &&
    left.every((line) =>
      right.some((other) => other.lineId === line.lineId && other.amountMinor === line.amountMinor),
    )
  );
}
