import { and, desc, eq, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { RedemptionState } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { members, redemptions } from '../../db/schema/index.ts';
import { readNumber } from '../../domain/redemption/redemption-number.ts';
import { fitsMember } from '../members/queries.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type RedemptionPosition = { createdAtMs: number; redemptionId: string };

export type RedemptionFilter = {
  state: RedemptionState | null;
  memberId: string | null;
  /** A redemption's number or id, or something that its member is known by. */
  search: string | null;
  /** Only those that wait for the staff: to answer a cancel, or to look after a refund. */
  waiting: 'cancel_requests' | 'refunds' | null;
  after: RedemptionPosition | null;
  limit: number;
};

/** Redemptions across members, newest first, with whose they are. */
export function selectRedemptionPage({ db, tenant }: Scope, filter: RedemptionFilter) {
  return db.build
    .select({
      redemption: redemptions,
      member: { number: members.number, displayName: members.displayName },
    })
    .from(redemptions)
    .leftJoin(members, and(eq(members.tenantId, redemptions.tenantId), eq(members.id, redemptions.memberId)))
    .where(
      and(
        eq(redemptions.tenantId, tenant.id),
        filter.state ? eq(redemptions.state, filter.state) : undefined,
        filter.memberId ? eq(redemptions.memberId, filter.memberId) : undefined,
        filter.waiting ? WAITS_FOR_STAFF[filter.waiting] : undefined,
        filter.search ? isMeantBy({ db, tenant }, filter.search) : undefined,
        isAfter(filter.after),
      ),
    )
    .orderBy(desc(redemptions.createdAtMs), desc(redemptions.redemptionId))
    .limit(filter.limit);
}

/** Found by one index each and put together, so that a number costs no walk over all of a shop's rows. */
function isMeantBy({ db, tenant }: Scope, search: string): SQL {
  const idsWhere = (condition: SQL) =>
    db.build
      .select({ id: redemptions.redemptionId })
      .from(redemptions)
      .where(and(eq(redemptions.tenantId, tenant.id), condition));
  const fitting = db.build
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.tenantId, tenant.id), fitsMember(search)));
  const number = readNumber(search);
  const named = number ? eq(redemptions.number, number) : eq(redemptions.redemptionId, search.trim());
  const ofMember = inArray(redemptions.memberId, fitting);
  return inArray(redemptions.redemptionId, idsWhere(named).union(idsWhere(ofMember)));
}

/** Stripe looks after refunds that are under way; those at the counter are the staff's from the first. */
const REFUND_PATH = `$.payment ? (exists(@.refunds[*] ? (@.state == "failed" && @.because != "outside"))
  || (@.method == "counter" && exists(@.refunds[*] ? (@.state == "requested"))))`;
/** Rows that wait for the staff, by what they wait for. */
export const WAITS_FOR_STAFF = {
  cancel_requests: sql`${redemptions.body} -> 'cancelRequest' ->> 'state' = 'open'`,
  refunds: sql`jsonb_path_exists(${redemptions.body}, ${REFUND_PATH}::jsonpath)`,
};

/** How many redemptions are in each state, and how many of them wait for the staff. */
export function countRedemptions({ db, tenant }: Scope) {
  return db.build
    .select({
      state: redemptions.state,
      count: sql<number>`count(*)`.mapWith(Number),
      cancelRequested: sql<number>`count(*) filter (where ${WAITS_FOR_STAFF.cancel_requests})`.mapWith(
        Number,
      ),
      refunds: sql<number>`count(*) filter (where ${WAITS_FOR_STAFF.refunds})`.mapWith(Number),
    })
    .from(redemptions)
    .where(eq(redemptions.tenantId, tenant.id))
    .groupBy(redemptions.state);
}

/** Whose redemption this is: the object that owns it is asked for everything else. */
export function selectRedemptionOwner({ db, tenant }: Scope, redemptionId: string) {
  return db.build
    .select({ memberId: redemptions.memberId })
    .from(redemptions)
    .where(and(eq(redemptions.tenantId, tenant.id), eq(redemptions.redemptionId, redemptionId)));
}

function isAfter(position: RedemptionPosition | null): SQL | undefined {
  if (!position) return undefined;
  return or(
    lt(redemptions.createdAtMs, position.createdAtMs),
    and(
      eq(redemptions.createdAtMs, position.createdAtMs),
      lt(redemptions.redemptionId, position.redemptionId),
    ),
  );
}
