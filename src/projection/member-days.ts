import { type SQLWrapper, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { memberDays, tenants } from '../db/schema/index.ts';
import type { Db } from '../db/tenant.ts';
import { memberDayChanges } from '../domain/fold/member-day.ts';
import type { ArrivedRow } from './arrived.ts';

/**
 * Stores rows by `storing`, which returns those that were not there, and adds what these say to their
 * members' days: one statement, so that a row told twice, or by two at once, is counted once. Days are
 * taken in a fixed order, lest two of them wait for each other.
 */
export function addToMemberDays(
  db: Db,
  {
    tenantId,
    rows,
    storing,
  }: { tenantId: string; rows: readonly ArrivedRow[]; storing: SQLWrapper & BatchItem<'pg'> },
): BatchItem<'pg'> {
  const changes = rows.flatMap(({ origin, row }) =>
    memberDayChanges(origin, row).map(({ atMs, ...change }) => ({
      id: origin.objectId,
      epoch: row.epoch,
      seq: row.seq,
      at: new Date(atMs).toISOString(),
      ...change,
    })),
  );
  if (changes.length === 0) return storing;
  return db.build.execute(sql`
    with stored as ${storing}
    insert into ${memberDays} (tenant_id, day, member_id, purchases, spent_minor, redemptions,
      brought_points, issued_points, redeemed_points, expired_points)
    select z.id, (c.at at time zone z.time_zone)::date, c.id, sum(c.purchases), sum(c."spentMinor"),
      sum(c.redemptions), sum(c."broughtPoints"), sum(c."issuedPoints"), sum(c."redeemedPoints"),
      sum(c."expiredPoints")
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as c(id text, epoch integer, seq bigint, at timestamptz, purchases integer, "spentMinor" bigint,
        redemptions integer, "broughtPoints" bigint, "issuedPoints" bigint, "redeemedPoints" bigint,
        "expiredPoints" bigint)
    join stored s on s.object_kind = 'account' and s.object_id = c.id and s.epoch = c.epoch and s.seq = c.seq
    join ${tenants} z on z.id = ${tenantId}
    group by 1, 2, 3
    order by 2, 3
    on conflict (tenant_id, day, member_id) do update set
      purchases = member_days.purchases + excluded.purchases,
      spent_minor = member_days.spent_minor + excluded.spent_minor,
      redemptions = member_days.redemptions + excluded.redemptions,
      brought_points = member_days.brought_points + excluded.brought_points,
      issued_points = member_days.issued_points + excluded.issued_points,
      redeemed_points = member_days.redeemed_points + excluded.redeemed_points,
      expired_points = member_days.expired_points + excluded.expired_points`);
}

/**
 * Tells anew which day of a member was before which: a purchase that comes in late, or is taken back,
 * changes what the day after it says. Their rows are held, so of two batches about one member the later
 * one sees what the earlier one wrote.
 */
export function linkMemberDays(
  db: Db,
  { tenantId, rows }: { tenantId: string; rows: readonly ArrivedRow[] },
): BatchItem<'pg'>[] {
  const changed = rows.filter(({ origin, row }) => memberDayChanges(origin, row).length > 0);
  const memberIds = [...new Set(changed.map(({ origin }) => origin.objectId))];
  return memberIds.length === 0 ? [] : [linkDaysOf(db, tenantId, memberIds)];
}

export function linkDaysOf(db: Db, tenantId: string, memberIds: readonly string[]): BatchItem<'pg'> {
  return db.build.execute(sql`
      update ${memberDays} target set acted_before = told.acted_before,
        bought_before = told.bought_before, bought_before_that = told.bought_before_that
      from (
        select day, member_id,
          case when acted then lag(day) over (partition by member_id, acted order by day) end as acted_before,
          case when bought then lag(day) over (partition by member_id, bought order by day) end as bought_before,
          case when bought then lag(day, 2) over (partition by member_id, bought order by day) end
            as bought_before_that
        from (
          select day, member_id, purchases > 0 or redemptions > 0 as acted, purchases > 0 as bought
          from ${memberDays} where tenant_id = ${tenantId} and member_id = any(
            array(select jsonb_array_elements_text(${JSON.stringify(memberIds)}::jsonb)))
        ) own
      ) told
      where target.tenant_id = ${tenantId} and target.day = told.day and target.member_id = told.member_id
        and (target.acted_before, target.bought_before, target.bought_before_that)
          is distinct from (told.acted_before, told.bought_before, told.bought_before_that)`);
}
