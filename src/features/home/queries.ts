import { and, desc, eq, gte, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { journalRows, members, parkedMessages, redemptions, rewards } from '../../db/schema/index.ts';
import { hasRealMember, uncountedMemberIds } from '../members/counted-queries.ts';
import { WAITS_FOR_STAFF } from '../redemptions/queries.ts';

/** A row that tells of the shop's own days: not of what came with a list of older members. */
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
        isOurs,
        sql`${redemptions.memberId} not in ${uncountedMemberIds({ tenant })}`,
      ),
    );
}

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
      cancelRequests: whole(sql`count(*) filter (where ${WAITS_FOR_STAFF.cancel_requests})`),
      refunds: whole(sql`count(*) filter (where ${WAITS_FOR_STAFF.refunds})`),
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
    .where(eq(redemptions.tenantId, tenant.id));
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

/**
 * Σ of all entries is what members hold. Since a moment: what was given, for purchases and by hand, and
 * what was redeemed less what cancelled redemptions gave back. What an import brought moved elsewhere.
 */
export function sumPoints({ db, tenant }: Scope, sinceMs: number) {
  const since = gte(journalRows.atMs, sinceMs);
  const summed = (which: SQL) =>
    whole(sql`coalesce(sum(${journalRows.points}) filter (where ${which} and ${since}), 0)`);
  const given = sql`(${journalRows.type} = 'points.earned'
    or (${journalRows.type} = 'points.adjusted' and ${journalRows.points} > 0)) and ${HAPPENED_HERE}`;
  const spent = sql`${journalRows.type} in ('points.redeemed', 'points.returned') and ${HAPPENED_HERE}`;
  return db.build
    .select({
      balancePoints: whole(sql`coalesce(sum(${journalRows.points}), 0)`),
      earnedPoints: summed(given),
      redeemedPoints: summed(spent),
    })
    .from(journalRows)
    .where(
      and(
        eq(journalRows.tenantId, tenant.id),
        eq(journalRows.objectKind, 'account'),
        isNotNull(journalRows.points),
        sql`${journalRows.objectId} not in ${uncountedMemberIds({ tenant })}`,
      ),
    );
}

/** The last movements of points and joinings, newest first, with whose they are. */
export function selectRecent({ db, tenant }: Scope, limit: number) {
  return db.build
    .select({
      row: journalRows,
      memberName: members.displayName,
      memberNumber: members.number,
    })
    .from(journalRows)
    .leftJoin(members, and(eq(members.tenantId, journalRows.tenantId), eq(members.id, journalRows.objectId)))
    .where(
      and(
        eq(journalRows.tenantId, tenant.id),
        eq(journalRows.objectKind, 'account'),
        or(isNotNull(journalRows.points), inArray(journalRows.type, ['account.opened'])),
        HAPPENED_HERE,
      ),
    )
    .orderBy(desc(journalRows.atMs), desc(journalRows.objectId), desc(journalRows.seq))
    .limit(limit);
}
