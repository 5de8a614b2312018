import {
  and,
  between,
  count,
  eq,
  gte,
  lt,
  min,
  notInArray,
  type SQL,
  type SQLWrapper,
  sql,
  sum,
} from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { memberDays, members, tenants } from '../../db/schema/index.ts';
import type { Period } from '../../domain/figures/period.ts';
import { hasRealMember } from '../members/counted-queries.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
type Days = Pick<Period, 'fromDay' | 'toDay' | 'beforeFromDay'> & {
  /** Test members whom figures leave out. */
  uncounted: readonly string[];
};

const { day, memberId, purchases, redemptions } = memberDays;
const BOUGHT = sql`${purchases} > 0`;
const ACTED = sql`(${purchases} > 0 or ${redemptions} > 0)`;

/** Test members whom figures leave out: one at most, so that nothing else is asked about them row by row. */
export function selectUncounted({ db, tenant }: Scope) {
  return db.build
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.tenantId, tenant.id),
        sql`${members.isTest}`,
        sql`(${members.state} = 'erased' or ${hasRealMember({ tenant })})`,
      ),
    );
}

/**
 * What all members' days of the period and of the one before it say, one row for each day that has any.
 * Whom a period has seen already is told by the day itself, which knows the ones before it.
 */
export function selectToldDays({ db, tenant }: Scope, { uncounted, ...days }: Days) {
  const whole = (column: Parameters<typeof sum>[0]) => sum(column).mapWith(Number);
  const counted = (that: SQL) => sql`count(*) filter (where ${that})`.mapWith(Number);
  const began = sql`case when ${day} >= ${days.fromDay} then ${days.fromDay}::date else ${days.beforeFromDay}::date end`;
  const notSince = (before: SQLWrapper) => sql`(${before} is null or ${before} < ${began})`;
  const { actedBefore, boughtBefore, boughtBeforeThat } = memberDays;
  return db.build
    .select({
      day,
      active: counted(ACTED),
      firstActive: counted(sql`${ACTED} and ${notSince(actedBefore)}`),
      buyers: counted(BOUGHT),
      firstBuyers: counted(sql`${BOUGHT} and ${notSince(boughtBefore)}`),
      secondBuyers: counted(sql`${BOUGHT} and ${boughtBefore} >= ${began} and ${notSince(boughtBeforeThat)}`),
      purchases: whole(purchases),
      spentMinor: whole(memberDays.spentMinor),
      issuedPoints: whole(memberDays.issuedPoints),
      redeemedPoints: whole(memberDays.redeemedPoints),
      expiredPoints: whole(memberDays.expiredPoints),
    })
    .from(memberDays)
    .where(
      and(
        eq(memberDays.tenantId, tenant.id),
        between(day, days.beforeFromDay, days.toDay),
        uncounted.length > 0 ? notInArray(memberId, [...uncounted]) : undefined,
      ),
    )
    .groupBy(day);
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

/** The first day that anything is known of, the first that all is known of where that is another, and when the mall opened. */
export function selectBeginning({ db, tenant }: Scope) {
  const first = db.build
    .select({ day: min(day) })
    .from(memberDays)
    .where(eq(memberDays.tenantId, tenant.id));
  return db.build
    .select({
      firstDay: sql<string | null>`${first}::text`,
      figuresFrom: tenants.figuresFrom,
      openedAtMs: tenants.openedAtMs,
    })
    .from(tenants)
    .where(eq(tenants.id, tenant.id));
}
