import type { ActorRef } from '../actor.ts';
import { hashJson } from '../chain.ts';
import type { JournalRow, Json, JsonObject } from '../journal.ts';
import { COUNTER_CHANNEL } from '../order.ts';
import type { RowOrigin } from './projected.ts';

/** A line of the audit log that a journal row tells: who did what to whom, in ids and figures. */
export type Act = {
  /** The same for the same row, however often it is told. */
  id: string;
  actorKind: 'staff' | 'api';
  actorId: string;
  action: string;
  target: string;
  detail: JsonObject;
  atMs: number;
};

type Deed = Pick<Act, 'action' | 'target' | 'detail'>;

/** What staff press and how the audit log calls it, where the two differ. */
const ACTION_OF_EVENT: Record<string, string> = {
  start_fulfilment: 'prepare',
  counter_paid: 'take_cash',
  refund_asked: 'refund',
  refund_retried: 'retry_refund',
  refund_handed: 'hand_back_cash',
};

/**
 * What somebody of the shop did, as the row of its effect tells it; null where the row was the
 * member's or the machine's. The effect and its line cannot part: both are this one row.
 */
export function actOf(origin: RowOrigin, row: JournalRow): Act | null {
  const actor = row.body.actor as ActorRef | undefined;
  if (actor?.kind !== 'staff' && actor?.kind !== 'api') return null;
  const deed = deedOf(origin, row, actor.kind);
  if (deed === null) return null;
  const { kind, objectId } = origin;
  const name = hashJson([kind, objectId, row.epoch, row.seq]).slice(0, 26);
  return { id: `aud_${name}`, actorKind: actor.kind, actorId: actor.id, ...deed, atMs: row.atMs };
}

function deedOf({ objectId }: RowOrigin, { type, body }: JournalRow, by: Act['actorKind']): Deed | null {
  const { redemption, order, event } = body as Record<string, JsonObject | undefined> & { event?: Json };
  if (redemption !== undefined && typeof event === 'string') {
    const action = `redemptions.${ACTION_OF_EVENT[event] ?? event}`;
    const detail = { memberId: objectId, state: redemption.state ?? null };
    return { action, target: String(redemption.redemptionId), detail };
  }
  if (type === 'points.adjusted') {
    const detail = { points: body.points ?? null, reason: body.reason ?? null };
    return { action: 'points.adjust', target: objectId, detail };
  }
  if (body.refundLines !== undefined && type !== 'points.written_off' && by === 'staff') {
    const detail = { orderId: order?.orderId ?? null, points: body.points ?? 0 };
    return { action: 'points.refund', target: objectId, detail };
  }
  if (type === 'stock.units_changed')
    return { action: 'rewards.units', target: objectId, detail: { delta: body.deltaUnits ?? null } };
  if (type === 'points.earned' && by === 'staff' && order?.channel === COUNTER_CHANNEL) {
    const detail = { orderId: order.orderId ?? null, amountMinor: amountOf(order) };
    return { action: 'points.purchase', target: objectId, detail };
  }
  return null;
}

function amountOf({ trace }: JsonObject): number {
  const { lines = [] } = (trace ?? {}) as { lines?: { amountMinor: number }[] };
  return lines.reduce((sum, line) => sum + line.amountMinor, 0);
}
