import type { ActorRef } from '../actor.ts';
import { type Decision, refused } from '../decision.ts';
import type { Sale } from '../fold/member-day.ts';
import type { JsonObject } from '../journal.ts';
import type { Order, OrderLine, Visit } from '../order.ts';
import { evaluateOrder } from '../programme/evaluate.ts';
import { lotTimes } from '../programme/lot-times.ts';
import type { Programme, ProgrammeVersion } from '../programme/programme.ts';
import { checkOrder } from './check-order.ts';
import { clawBack } from './claw-back.ts';
import { writeDownDue } from './due.ts';
import { grant, setMaturity } from './grant.ts';
import { type Draft, draftOf, type Ledger, state, wouldOverflow } from './ledger.ts';
import { isStanding, type Purchase, remainingMinor, viewOfPurchase } from './purchase.ts';

export type EarnOrderInput = {
  order: Order;
  programme: ProgrammeVersion;
  timeZone: string;
  actor: ActorRef;
  /** A frozen account takes no new purchase. */
  isFrozen?: boolean;
};
export type PurchaseChange = { draft: Draft; purchase: Purchase };

/** The first report of a purchase: what it earns, under the version in force when it was made. */
export function decideFirstReport(
  ledger: Ledger,
  input: EarnOrderInput,
  nowMs: number,
): Decision<Purchase, PurchaseChange> {
  const { order, programme, timeZone } = input;
  const wrong = checkOrder(order, programme.body, nowMs);
  if (wrong) return refused(wrong);
  if (input.isFrozen && order.status !== 'cancelled') return refused({ code: 'account_frozen' });
  const { visit } = order;
  const trace =
    order.status === 'cancelled'
      ? evaluateOrder(programme, [])
      : evaluateOrder(programme, order.lines, visit);
  if (wouldOverflow(ledger.totals, trace.points)) {
    return refused({ code: 'invalid_input', field: 'lines', reason: 'balance_limit' });
  }
  const draft = draftOf(ledger, nowMs);
  writeDownDue(draft);
  const completedAtMs = order.status === 'completed' ? order.occurredAtMs : null;
  const times = lotTimes(programme.body, { occurredAtMs: order.occurredAtMs, completedAtMs }, timeZone);
  const earned = trace.points > 0 ? times : { availableAtMs: null, expiresAtMs: null };
  const seq = draft.headSeq + 1;
  const purchase: Purchase = {
    channel: order.channel,
    orderId: order.orderId,
    currency: order.currency,
    occurredAtMs: order.occurredAtMs,
    status: order.status,
    lines: order.lines.map((line) => ({
      ...line,
      refundedMinor: order.status === 'cancelled' ? line.amountMinor : 0,
    })),
    ...(visit && { visit }),
    programmeVersion: programme.version,
    programmeHash: programme.hash,
    grantedPoints: trace.points,
    clawedBackPoints: 0,
    lotId: trace.points > 0 ? seq : null,
    ...earned,
    trace,
    refunds: [],
    firstSeq: seq,
    seq,
  };
  grant(
    draft,
    'points.earned',
    { points: trace.points, ...earned },
    { ...purchaseBody(purchase, input.actor), sale: firstSale(purchase) },
    null,
  );
  return { kind: 'changed', change: { draft, purchase } };
}

/**
 * A later report of a known purchase. Completing starts the days until entry, cancelling takes back
 * all that is left; reports that arrive late or twice change nothing; another content is refused.
 */
export function decideLaterReport(
  ledger: Ledger,
  purchase: Purchase,
  grantedUnder: Programme,
  input: EarnOrderInput,
  nowMs: number,
): Decision<Purchase, PurchaseChange> {
  const { order } = input;
  const cancels = order.status === 'cancelled' && purchase.status !== 'cancelled';
  const changed = cancels ? null : changedField(purchase, order);
  if (changed) return refused({ code: 'order_changed', field: changed });
  const draft = draftOf(ledger, nowMs);
  if (cancels) return { kind: 'changed', change: cancelPurchase(draft, purchase, grantedUnder, input.actor) };
  if (order.status === 'completed' && purchase.status === 'paid')
    return { kind: 'changed', change: completePurchase(draft, purchase, grantedUnder, input) };
  return { kind: 'unchanged', value: purchase, seq: purchase.seq };
}

/** What every row about a purchase carries; projections take the order from it. */
export function purchaseBody(purchase: Purchase, actor: ActorRef): JsonObject {
  return {
    source: { kind: 'order', channel: purchase.channel, orderId: purchase.orderId },
    programmeVersion: purchase.programmeVersion,
    programmeHash: purchase.programmeHash,
    order: viewOfPurchase(purchase),
    actor,
  };
}

/** What a purchase's first report adds to the sales; one that comes cancelled adds nothing. */
function firstSale({ status, lines }: Purchase): Sale {
  if (status === 'cancelled') return { amountMinor: 0, purchases: 0 };
  return { amountMinor: remainingMinor(lines), purchases: 1 };
}

function completePurchase(
  draft: Draft,
  purchase: Purchase,
  programme: Programme,
  input: EarnOrderInput,
): PurchaseChange {
  writeDownDue(draft);
  const reportedAtMs = input.order.occurredAtMs;
  // A later time than the purchase's own says when it was completed; else it is now.
  const completedAtMs =
    reportedAtMs > purchase.occurredAtMs ? Math.min(reportedAtMs, draft.nowMs) : draft.nowMs;
  const times = lotTimes(programme, { occurredAtMs: purchase.occurredAtMs, completedAtMs }, input.timeZone);
  const availableAtMs = times.availableAtMs ?? completedAtMs;
  const earned = purchase.lotId === null ? {} : { availableAtMs, expiresAtMs: times.expiresAtMs };
  const completed: Purchase = { ...purchase, ...earned, status: 'completed', seq: draft.headSeq + 1 };
  state(draft, 'order.updated', purchaseBody(completed, input.actor));
  if (purchase.lotId !== null)
    setMaturity(draft, purchase.lotId, { availableAtMs, expiresAtMs: times.expiresAtMs });
  return { draft, purchase: completed };
}

function cancelPurchase(
  draft: Draft,
  purchase: Purchase,
  programme: Programme,
  actor: ActorRef,
): PurchaseChange {
  writeDownDue(draft);
  const due = purchase.grantedPoints - purchase.clawedBackPoints;
  const cancelled: Purchase = {
    ...purchase,
    status: 'cancelled',
    lines: purchase.lines.map((line) => ({ ...line, refundedMinor: line.amountMinor })),
    clawedBackPoints: purchase.grantedPoints,
    seq: draft.headSeq + 1,
  };
  const sale = { amountMinor: 0 - remainingMinor(purchase.lines), purchases: isStanding(purchase) ? -1 : 0 };
  const body = { ...purchaseBody(cancelled, actor), sale };
  if (purchase.lotId === null || due === 0) state(draft, 'order.updated', body);
  else clawBack(draft, { lots: [{ lotId: purchase.lotId, points: due }], policy: programme.clawback }, body);
  return { draft, purchase: cancelled };
}

function changedField(purchase: Purchase, order: Order): string | null {
  if (purchase.currency !== order.currency) return 'currency';
  if (purchase.lines.length !== order.lines.length) return 'lines';
  const same = purchase.lines.every((line, index) => isSameLine(line, order.lines[index]));
  if (!same) return 'lines';
  return isSameVisit(purchase.visit, order.visit) ? null : 'visit';
}

function isSameVisit(visit: Visit | undefined, other: Visit | undefined): boolean {
  return (visit === undefined) === (other === undefined) && visit?.service === other?.service;
}

function isSameLine(line: OrderLine, other: OrderLine | undefined): boolean {
  return (
    line.lineId === other?.lineId &&
    line.category === other.category &&
    line.amountMinor === other.amountMinor &&
    line.quantity === other.quantity
  );
}
