import type { BatchItem } from 'drizzle-orm/batch';
import { actorRef, type Context } from '../../context.ts';
import type { Conflict } from '../../db/failure.ts';
import { auditLog } from '../../db/schema/index.ts';
import { refuseUnless } from '../../db/tenant.ts';
import { tenantDay } from '../../domain/calendar.ts';
import { limitPointsOf, type OverLimit, overLimit } from '../../domain/counter/limits.ts';
import type { Order } from '../../domain/order.ts';
import { AppError } from '../../lib/app-error.ts';
import { type AnyRefusal, type Result, refuse, succeed } from '../../lib/result.ts';
import { auditLine } from '../audit-log/queries.ts';
import { type Approval, approveByPin } from '../clerks/approve-by-pin.ts';
import { fitsDay, insertGrant, lockGrantsOf, NEVER } from './queries.ts';
import type { Till } from './read-till.ts';
import { amountOf } from './sale.ts';

const OVER_DAY = 'grant_over_day_limit';
const NOT_WEIGHED = 'grant_not_weighed';

/**
 * Who lets a grant of so many points pass: nobody needs to within the limits (null), above them a
 * manager whose PIN was typed, else it is refused.
 */
export async function approveGrant(
  ctx: Context,
  { isLimited, isGiven, settings: { limits }, usedPoints }: Till,
  { points, approvalPin }: { points: number; approvalPin: string | undefined },
): Promise<Result<Approval | null>> {
  if (!isLimited || isGiven) return succeed(null);
  if (approvalPin !== undefined) return approveByPin({ ctx, input: { pin: approvalPin } });
  const over = overLimit(points, usedPoints, limits);
  return over ? refuse(overRefusal(over, points, limits)) : succeed(null);
}

export type Reservation = {
  grantId: string;
  memberId: string;
  order: Order;
  points: number;
  receipt: string | null;
  note: string | null;
  approver: Approval | null;
};

/**
 * Statements that keep a grant for its slip, and hold the day's limit against whatever the same clerk
 * does at this moment elsewhere. They stand in the batch that claims the order: both or neither.
 */
export function reserveGrant(ctx: Context, till: Till, grant: Reservation): BatchItem<'pg'>[] {
  const { grantId, memberId, order, points, receipt, note, approver } = grant;
  const { id: staffId, branch = null } = actorRef(ctx.actor);
  const row = {
    tenantId: ctx.tenant.id,
    id: grantId,
    staffId,
    branch,
    memberId,
    orderId: order.orderId,
    order,
    receipt,
    note,
    amountMinor: amountOf(order.lines),
    points,
    // What a manager let pass is hers: the limit is what the clerk gives by herself.
    countedPoints: approver ? 0 : points,
    day: tenantDay(order.occurredAtMs, ctx.tenant.timeZone),
    soldAtMs: order.occurredAtMs,
    atMs: ctx.clock.nowMs(),
    approvedBy: approver?.userId ?? null,
  };
  const { dayPoints } = till.settings.limits;
  const guarded = till.isLimited && approver === null;
  return [
    // A repetition is not weighed: where its key was given back meanwhile, it is none.
    ...(till.isKept ? [refuseUnless(NEVER, NOT_WEIGHED)] : []),
    lockGrantsOf(ctx, row.staffId),
    ...(guarded ? [refuseUnless(fitsDay(ctx, row, { sinceMs: till.sinceMs, dayPoints }), OVER_DAY)] : []),
    insertGrant(ctx, row),
    ...(approver ? [approvalLine(ctx, approver, row)] : []),
  ];
}

/** The refusal that a conflict of those statements means; `unavailable` where the same may be sent again. */
export function reservationRefusal(conflict: Conflict, till: Till, points: number): AnyRefusal | null {
  if (conflict.kind !== 'guard') return null;
  if (conflict.reason === NOT_WEIGHED) throw new AppError('unavailable');
  return conflict.reason === OVER_DAY ? overRefusal('day', points, till.settings.limits) : null;
}

function overRefusal(limit: OverLimit, points: number, limits: Till['settings']['limits']): AnyRefusal {
  return { code: 'grant_over_limit', limit, limitPoints: limitPointsOf(limit, limits), points };
}

/** The manager's own line in the log: she answers for it, and the clerk has hers from the account. */
function approvalLine(
  ctx: Context,
  { userId, name }: Approval,
  {
    memberId,
    points,
    amountMinor,
    staffId,
  }: { memberId: string; points: number; amountMinor: number; staffId: string },
) {
  const actor = { kind: 'staff', userId, name, role: 'manager' } as const;
  const line = auditLine({ actor, clock: ctx.clock }, 'points.approve', memberId, {
    points,
    amountMinor,
    staffId,
  });
  return ctx.db.build.insert(auditLog).values({ tenantId: ctx.tenant.id, ...line });
}
