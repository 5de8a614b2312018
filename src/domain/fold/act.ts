import type { ActorRef } from '../actor.ts';
import type { AuditAction } from '../audit-action.ts';
import { hashJson } from '../chain.ts';
import type { JournalRow, Json, JsonObject } from '../journal.ts';
import { COUNTER_CHANNEL } from '../order.ts';
import type { PaymentEvent } from '../payment/decide-payment.ts';
import type { RedemptionEvent } from '../redemption/transitions.ts';
import type { RowOrigin } from './projected.ts';

/** A line of the audit log that a journal row tells: who did what to whom, in ids and figures. */
export type Act = {
  /** The same for the same row, however often it is told. */
  id: string;
  actorKind: 'staff' | 'api';
  actorId: string;
  action: AuditAction;
  target: string;
  detail: JsonObject;
  atMs: number;
};

type Deed = Pick<Act, 'action' | 'target' | 'detail'>;

/** How the audit log calls what is done to a redemption; null where nobody of the shop does it. */
const ACTION_OF_EVENT: Record<RedemptionEvent['kind'] | PaymentEvent['kind'], AuditAction | null> = {
  start_fulfilment: 'redemptions.prepare',
  mark_ready: 'redemptions.ready',
  ship: 'redemptions.ship',
  correct_parcel: 'redemptions.correct_parcel',
  hand_over: 'redemptions.hand_over',
  receive: 'redemptions.receive',
  take_voucher: 'redemptions.take_voucher',
  cancel: 'redemptions.cancel',
  answer_cancel: 'redemptions.answer_cancel',
  counter_paid: 'redemptions.take_cash',
  refund_asked: 'redemptions.refund',
  refund_retried: 'redemptions.retry_refund',
  refund_paid_outside: 'redemptions.paid_outside',
  refund_handed: 'redemptions.hand_back_cash',
  all_reserved: null,
  line_refused: null,
  given_up: null,
  // Told of whoever redeemed it, where that was not the member.
  all_committed: 'redemptions.redeem',
  all_cancelled: null,
  end_voucher: null,
  payment: null,
  start: null,
  session_made: null,
  session_refused: null,
  session_lost: null,
  seen: null,
  unanswered: null,
  promise_over: null,
  call_off: null,
  refund_made: null,
  refund_refused: null,
  refund_broken: null,
};

/**
 * What somebody of the shop did, as the row of its effect tells it; null where the row was the
 * member's or the machine's. The effect and its line cannot part: both are this one row.
 */
export function actOf(origin: RowOrigin, row: JournalRow): Act | null {
  const actor = doerOf(row);
  if (actor?.kind !== 'staff' && actor?.kind !== 'api') return null;
  const deed = deedOf(origin, row, actor.kind);
  if (deed === null) return null;
  const { kind, objectId } = origin;
  const detail = actor.branch ? { ...deed.detail, branch: actor.branch } : deed.detail;
  const name = hashJson([kind, objectId, row.epoch, row.seq]).slice(0, 26);
  return { id: `aud_${name}`, actorKind: actor.kind, actorId: actor.id, ...deed, detail, atMs: row.atMs };
}

/** Who did it. A redemption in a member's name is its redeemer's act, and one as soon as it is hers. */
function doerOf({ body }: JournalRow): ActorRef | undefined {
  if (body.event !== 'all_committed') return body.actor as ActorRef | undefined;
  return (body.redemption as { redeemedBy?: ActorRef } | undefined)?.redeemedBy;
}

function deedOf({ objectId }: RowOrigin, { type, body }: JournalRow, by: Act['actorKind']): Deed | null {
  const { redemption, order, event } = body as Record<string, JsonObject | undefined> & { event?: Json };
  if (redemption !== undefined && typeof event === 'string') {
    const action = Object.hasOwn(ACTION_OF_EVENT, event)
      ? ACTION_OF_EVENT[event as keyof typeof ACTION_OF_EVENT]
      : null;
    const points = event === 'all_committed' ? { points: redemption.points ?? null } : {};
    const detail = {
      memberId: objectId,
      state: redemption.state ?? null,
      ...points,
      ...cashOf(event, redemption),
    };
    return action && { action, target: String(redemption.redemptionId), detail };
  }
  if (type === 'points.adjusted') {
    const approved = body.approvedBy === undefined ? {} : { approvedBy: body.approvedBy };
    const detail = { points: body.points ?? null, reason: body.reason ?? null, ...approved };
    return { action: 'points.adjust', target: objectId, detail };
  }
  if (type === 'account.frozen' || type === 'account.unfrozen') {
    const action = type === 'account.frozen' ? 'members.freeze' : 'members.unfreeze';
    return { action, target: objectId, detail: { reason: body.reason ?? null } };
  }
  if (body.refundLines !== undefined && type !== 'points.written_off' && by === 'staff') {
    const detail = { orderId: order?.orderId ?? null, points: body.points ?? 0 };
    return { action: 'points.refund', target: objectId, detail };
  }
  if (
    order?.channel === COUNTER_CHANNEL &&
    order.status === 'cancelled' &&
    (type === 'points.clawed_back' || type === 'order.updated') &&
    by === 'staff'
  ) {
    const detail = { orderId: order.orderId ?? null, points: body.points ?? 0 };
    return { action: 'points.undo', target: objectId, detail };
  }
  if (type === 'stock.units_changed')
    return { action: 'rewards.units', target: objectId, detail: { delta: body.deltaUnits ?? null } };
  if (type === 'points.earned' && by === 'staff' && order?.channel === COUNTER_CHANNEL) {
    const detail = { orderId: order.orderId ?? null, amountMinor: amountOf(order) };
    return { action: 'points.purchase', target: objectId, detail };
  }
  return null;
}

type Cash = { amountMinor: number; currency: string };
type Given = { amountMinor: number; updatedAtMs: number };

/** The cash that an act of staff moved, where it moved any. */
function cashOf(event: string, redemption: JsonObject): Cash | null {
  const { payment } = redemption as {
    payment?: { received: Cash | null; refunds: Given[]; currency: string };
  };
  if (!payment) return null;
  if (event === 'counter_paid') return payment.received;
  if (event !== 'refund_asked' && event !== 'refund_handed') return null;
  const newest = payment.refunds.reduce<Given | null>(
    (last, each) => (last === null || each.updatedAtMs >= last.updatedAtMs ? each : last),
    null,
  );
  return newest && { amountMinor: newest.amountMinor, currency: payment.currency };
}

function amountOf({ trace }: JsonObject): number {
  const { lines = [] } = (trace ?? {}) as { lines?: { amountMinor: number }[] };
  return lines.reduce((sum, line) => sum + line.amountMinor, 0);
}
