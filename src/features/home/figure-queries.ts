import { and, between, count, eq, gte, lt, min, sql, sum } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { memberDays, members, tenants } from '../../db/schema/index.ts';
import type { Period } from '../../domain/figures/period.ts';
import { hasRealMember, uncountedMemberIds } from '../members/counted-queries.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
type Days = Pick<Period, 'fromDay' | 'toDay' | 'beforeFromDay'>;

const { day, memberId, purchases, redemptions } = memberDays;
const BOUGHT = sql`${purchases} > 0`;
const ACTED = sql`(${purchases} > 0 or ${redemptions} > 0)`;

/** Members' days of the period and of the one before it. */
const told = ({ tenant }: Scope, { beforeFromDay, toDay }: Days) =>
  and(
    eq(memberDays.tenantId, tenant.id),
    between(day, beforeFromDay, toDay),
    sql`${memberId} not in ${uncountedMemberIds({ tenant })}`,
  );

/** What all members' days together say, one row for each day that has any. */
export function selectToldDays(scope: Scope, days: Days) {
  const whole = (column: Parameters<typeof sum>[0]) => sum(column).mapWith(Number);
  return scope.db.build
    .select({
      day,
      active: sql`count(*) filter (where ${ACTED})`.mapWith(Number),
      buyers: sql`count(*) filter (where ${BOUGHT})`.mapWith(Number),
      purchases: whole(purchases),
      spentMinor: whole(memberDays.spentMinor),
      issuedPoints: whole(memberDays.issuedPoints),
      redeemedPoints: whole(memberDays.redeemedPoints),
      expiredPoints: whole(memberDays.expiredPoints),
    })
    .from(memberDays)
    .where(told(scope, days))
    .groupBy(day);
}

/** Who bought or redeemed in the period and in the one before, each member once in each. */
export function selectToldMembers(scope: Scope, days: Days) {
  const inPeriod = sql<boolean>`${day} >= ${days.fromDay}`;
  const each = scope.db.build
    .select({
      inPeriod: inPeriod.as('in_period'),
      firstBought: sql<string | null>`min(${day}) filter (where ${BOUGHT})`.as('first_bought'),
      boughtOnDays: sql<number>`count(*) filter (where ${BOUGHT})`.as('bought_on_days'),
    })
    .from(memberDays)
    .where(and(told(scope, days), ACTED))
    .groupBy(memberId, sql`in_period`)
    .as('each_member');
  return scope.db.build
    .select({
      inPeriod: each.inPeriod,
      firstBought: sql<string | null>`${each.firstBought}::text`,
      members: count(),
      repeatBuyers: sql`count(*) filter (where ${each.boughtOnDays} > 1)`.mapWith(Number),
    })
    .from(each)
    .groupBy(each.inPeriod, each.firstBought);
}

/** Who joined on which of the shop's days and is a member still. */
export function selectJoined({ db, tenant }: Scope, { fromMs, toMs }: { fromMs: number; toMs: number }) {
  const joinedDay = sql<string>`(${members.createdAtMs} at time zone ${tenant.timeZone})::date::text`;
  return db.build
    .select({ day: joinedDay.as('joined_day'), members: count() })
    .from(members)
    .where(
      and(
        eq(members.tenantId, tenant.id),
        gte(members.createdAtMs, fromMs),
        lt(members.createdAtMs, toMs),
        sql`${members.state} <> 'erased' and not (${members.isTest} and ${hasRealMember({ tenant })})`,
      ),
    )
    .groupBy(sql`joined_day`);
}

/** The first day that anything is known of, and when the mall opened. */
export function selectBeginning({ db, tenant }: Scope) {
  const first = db.build
    .select({ day: min(day) })
    .from(memberDays)
    .where(eq(memberDays.tenantId, tenant.id));
  return db.build
    .select({ firstDay: sql<string | null>`${first}::text`, openedAtMs: tenants.openedAtMs })
    .from(tenants)
    .where(eq(tenants.id, tenant.id));
}
