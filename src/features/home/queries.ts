import { and, desc, eq, gte, inArray, isNotNull, isNull, lte, max, or, type SQL, sql } from 'drizzle-orm';
import type { RedemptionState } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import {
  journalRows,
  memberFigures,
  members,
  orderClaims,
  orders,
  parkedMessages,
  redemptions,
  rewards,
  stockLevels,
} from '../../db/schema/index.ts';
import { SAFETY_UNITS } from '../../domain/stock/stock-band.ts';
import { hasRealMember, uncountedMemberIds } from '../members/counted-queries.ts';
import { WAITS_FOR_STAFF } from '../redemptions/queries.ts';

/** A row that tells of the shop's own days, not of what came with a list of older members: as its index has it. */
const HAPPENED_HERE = sql`not jsonb_exists(${journalRows.body}, 'importBatchId')`;

type Scope = Pick<Context, 'db' | 'tenant'>;

const whole = (query: ReturnType<typeof sql>) => sql<number>`${query}`.mapWith(Number);

/** Cash that came in, and what went back of any, since a moment; minor units of the shop's currency. */
export function sumCash({ db, tenant }: Scope, sinceMs: number) {
  const payment = sql`${redemptions.body} -> 'payment'`;
  const of = (source: SQL, field: string) => sql`(${source} ->> ${sql.raw(`'${field}'`)})::bigint`;
  const isOurs = sql`${payment} ->> 'currency' = ${tenant.currency}`;
  const refund = sql`refund`;
  const wentBack = sql`(select sum(${of(refund, 'amountMinor')})
    from jsonb_array_elements(${payment} -> 'refunds') as refund
    where refund ->> 'state' = 'succeeded' and ${of(refund, 'updatedAtMs')} >= ${sinceMs})`;
  const taken = sql`${of(sql`${payment} -> 'received'`, 'amountMinor')}`;
  return db.build
    .select({
      cashTakenMinor: whole(
        sql`coalesce(sum(${taken}) filter (where ${of(payment, 'paidAtMs')} >= ${sinceMs}), 0)`,
      ),
      cashRefundedMinor: whole(sql`coalesce(sum(${wentBack}), 0)`),
    })
    .from(redemptions)
    .where(
      and(
        eq(redemptions.tenantId, tenant.id),
        // A payment or refund of these days has changed its redemption in these days.
        gte(redemptions.updatedAtMs, sinceMs),
        isOurs,
        sql`${redemptions.memberId} not in ${uncountedMemberIds({ tenant })}`,
      ),
    );
}

/** Something of these may be the shop's to do; the rest of its redemptions is never walked over. */
const OPEN: RedemptionState[] = ['awaiting_payment', 'confirmed', 'in_fulfilment', 'issued'];
const { after_sales: AFTER_SALES, ...WAITS } = WAITS_FOR_STAFF;

/** What waits for the shop, from the projection of redemptions. */
export function selectToDo({ db, tenant }: Scope, nowMs: number) {
  const validUntil = sql`(${redemptions.body} -> 'voucher' ->> 'validUntilMs')::bigint`;
  const confirmed = sql`${redemptions.state} = 'confirmed'`;
  return db.build
    .select({
      toShip: whole(sql`count(*) filter (where ${confirmed})`),
      oldestToShipAtMs: sql<
        number | null
      >`extract(epoch from min(${redemptions.createdAtMs}) filter (where ${confirmed})) * 1000`.mapWith(
        (value) => (value === null ? null : Math.round(Number(value))),
      ),
      inFulfilment: whole(sql`count(*) filter (where ${redemptions.state} = 'in_fulfilment')`),
      cancelRequests: whole(sql`count(*) filter (where ${WAITS.cancel_requests})`),
      refunds: whole(sql`count(*) filter (where ${WAITS.refunds})`),
      // By the clock: that a voucher is over may not be written down yet.
      vouchersToVerify: whole(
        sql`count(*) filter (where ${redemptions.state} = 'issued'
          and (${validUntil} is null or ${validUntil} > ${nowMs}::bigint))`,
      ),
      counterPayments: whole(
        sql`count(*) filter (where ${redemptions.state} = 'awaiting_payment'
          and ${redemptions.body} -> 'payment' ->> 'method' = 'counter')`,
      ),
    })
    .from(redemptions)
    .where(and(eq(redemptions.tenantId, tenant.id), or(inArray(redemptions.state, OPEN), AFTER_SALES)));
}

/** Who closed her account is no member any more. */
export function countMembers({ db, tenant }: Scope) {
  return db.build
    .select({ members: whole(sql`count(*)`) })
    .from(members)
    .where(
      and(
        eq(members.tenantId, tenant.id),
        sql`${members.state} <> 'erased' and not (${members.isTest} and ${hasRealMember({ tenant })})`,
      ),
    );
}

export function countLiveRewards({ db, tenant }: Scope) {
  return db.build
    .select({ liveRewards: whole(sql`count(*)`) })
    .from(rewards)
    .where(and(eq(rewards.tenantId, tenant.id), eq(rewards.state, 'live')));
}

/** Rows of journals that could not be projected and were not since. */
export function countParked({ db, tenant }: Scope) {
  return db.build
    .select({ parkedRecords: whole(sql`count(*)`) })
    .from(parkedMessages)
    .where(and(eq(parkedMessages.tenantId, tenant.id), isNull(parkedMessages.resolvedAtMs)));
}

/** Rows are seconds on their way; an order is missed here only after that. */
const ON_THE_WAY_MS = 15_000;
const LATE_ORDERS_OF_MS = 86_400_000;
/** The oldest of them tell how late it is; those behind are no older. */
const LATE_ORDERS_MAX = 100;

/**
 * When the newest movement came in, and when an order was told since that its account has taken and that
 * has not come in: then the journals' rows are late. Orders that accounts refuse, of who is frozen or gone,
 * stay away for good and say nothing. Without late orders it looks at seconds of orders only.
 */
export function selectLateness({ db, tenant }: Scope, nowMs: number) {
  const newest = db.build
    .select({ at: max(journalRows.atMs).as('newest_at') })
    .from(journalRows)
    .where(and(eq(journalRows.tenantId, tenant.id), isNotNull(journalRows.points), HAPPENED_HERE))
    .as('newest');
  const at = (ms: number) => sql`${new Date(ms).toISOString()}::timestamptz`;
  const asMs = (moment: SQL) =>
    sql<number | null>`round(extract(epoch from ${moment}) * 1000)::bigint`.mapWith(Number);
  const missing = sql`(select min(c.created_at) from (select * from ${orderClaims} claimed
      where claimed.tenant_id = ${tenant.id} and claimed.payload is null
        and claimed.created_at > greatest(${newest.at}, ${at(nowMs - LATE_ORDERS_OF_MS)})
        and claimed.created_at < ${at(nowMs - ON_THE_WAY_MS)}
      order by claimed.created_at limit ${LATE_ORDERS_MAX}) c
    join ${members} m on m.tenant_id = c.tenant_id and m.id = c.member_id and m.state = 'active'
    where not exists (select 1 from ${orders} o
        where o.tenant_id = c.tenant_id and o.channel = c.channel and o.order_id = c.order_id)
      and not exists (select 1 from ${memberFigures} f
        where f.tenant_id = c.tenant_id and f.member_id = c.member_id and f.frozen_at is not null))`;
  return db.build.select({ newestAtMs: asMs(sql`${newest.at}`), missingAtMs: asMs(missing) }).from(newest);
}

/** What members hold altogether. */
export function sumHeld({ db, tenant }: Scope) {
  return db.build
    .select({ balancePoints: whole(sql`coalesce(sum(${memberFigures.balancePoints}), 0)`) })
    .from(memberFigures)
    .where(
      and(
        eq(memberFigures.tenantId, tenant.id),
        sql`${memberFigures.memberId} not in ${uncountedMemberIds({ tenant })}`,
      ),
    );
}

/** The last movements of points, newest first, with whose they are. */
export function selectMovements({ db, tenant }: Scope, limit: number) {
  return db.build
    .select({ row: journalRows, memberName: members.displayName, memberNumber: members.number })
    .from(journalRows)
    .leftJoin(members, and(eq(members.tenantId, journalRows.tenantId), eq(members.id, journalRows.objectId)))
    .where(and(eq(journalRows.tenantId, tenant.id), isNotNull(journalRows.points), HAPPENED_HERE))
    .orderBy(desc(journalRows.atMs), desc(journalRows.objectId), desc(journalRows.seq))
    .limit(limit);
}

/** The openings of the accounts of who joined last, newest first; a list of older members opens its own. */
export function selectJoinings({ db, tenant }: Scope, limit: number) {
  const newest = db.build
    .select({ id: members.id, displayName: members.displayName, number: members.number })
    .from(members)
    .where(eq(members.tenantId, tenant.id))
    .orderBy(desc(members.createdAtMs), desc(members.id))
    .limit(limit)
    .as('newest');
  return db.build
    .select({ row: journalRows, memberName: newest.displayName, memberNumber: newest.number })
    .from(newest)
    .innerJoin(
      journalRows,
      and(
        eq(journalRows.tenantId, tenant.id),
        eq(journalRows.objectKind, 'account'),
        eq(journalRows.objectId, newest.id),
        eq(journalRows.type, 'account.opened'),
        HAPPENED_HERE,
      ),
    );
}

/** Rewards on offer of which so few units are left that the shop should think of more. */
export function countNearlyGone({ db, tenant }: Scope) {
  return db.build
    .select({ nearlyGone: whole(sql`count(*)`) })
    .from(rewards)
    .innerJoin(
      stockLevels,
      and(eq(stockLevels.tenantId, rewards.tenantId), eq(stockLevels.stockId, rewards.id)),
    )
    .where(
      and(
        eq(rewards.tenantId, tenant.id),
        eq(rewards.state, 'live'),
        eq(stockLevels.unlimited, false),
        lte(stockLevels.availableUnits, SAFETY_UNITS),
      ),
    );
}

/** Rewards on offer as they are edited and as members see them. */
export function selectLiveDrafts({ db, tenant }: Scope) {
  return db.build
    .select({ id: rewards.id, draft: rewards.draft, published: rewards.published })
    .from(rewards)
    .where(and(eq(rewards.tenantId, tenant.id), eq(rewards.state, 'live')));
}
