import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { auditLog, counterGrants, journalRows } from '../../db/schema/index.ts';
import type { BranchRef } from '../../domain/actor.ts';
import { COUNTER_CHANNEL } from '../../domain/order.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type TakenBack = {
  staffId: string;
  /** Where it was taken back, wherever it had been given; null where nobody said. */
  branch: BranchRef | null;
  takenBackMinor: number;
  takenBackPoints: number;
};

/**
 * What each took back at the counter between two moments, of receipts of whatever day: goods that were
 * refunded, and grants of earlier days that were undone. A grant of the day itself that was undone on it was
 * never given, as far as this day goes, and what was refunded of it neither.
 */
export function sumTakenBack(
  { db, tenant }: Scope,
  { day, fromMs, toMs, staffId }: { day: string; fromMs: number; toMs: number; staffId: string | null },
) {
  const at = (ms: number): SQL => sql`${new Date(ms).toISOString()}::timestamptz`;
  return db.build.execute<TakenBack>(sql`
    select a.actor_id as "staffId", a.detail->'branch' as "branch",
      (-coalesce(sum((j.body->'sale'->>'amountMinor')::numeric), 0))::float8 as "takenBackMinor",
      (-coalesce(sum(j.points), 0))::float8 as "takenBackPoints"
    from ${auditLog} a
    join ${journalRows} j on j.tenant_id = a.tenant_id and j.object_kind = 'account' and j.object_id = a.target
      and j.at = a.at and j.type in ('points.clawed_back', 'order.updated')
      and j.body->'order'->>'channel' = ${COUNTER_CHANNEL}
      and j.body->'order'->>'orderId' = a.detail->>'orderId'
    left join ${counterGrants} g on g.tenant_id = a.tenant_id and g.order_id = a.detail->>'orderId'
    where a.tenant_id = ${tenant.id} and a.at >= ${at(fromMs)} and a.at < ${at(toMs)}
      and a.actor_kind = 'staff' and a.action in ('points.refund', 'points.undo')
      and not coalesce(g.day = ${day} and g.undone_at < ${at(toMs)}, false)
      ${staffId === null ? sql`` : sql`and a.actor_id = ${staffId}`}
    group by 1, 2`);
}
