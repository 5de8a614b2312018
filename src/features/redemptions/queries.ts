import { and, asc, desc, eq, gt, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { RedemptionState } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { journalRows, letters, members, redemptions, rewards } from '../../db/schema/index.ts';
import { COUNTED_MAX } from '../../domain/list-bounds.ts';
import { readNumber } from '../../domain/redemption/redemption-number.ts';
import { fittingMemberIds } from '../members/search-queries.ts';
import { REDEMPTION_STATES } from './schemas.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type RedemptionPosition = { createdAtMs: number; redemptionId: string };

export type RedemptionFilter = {
  /** Empty: any state. */
  states: readonly RedemptionState[];
  memberId: string | null;
  /** A redemption's number or id, or something that its member is known by. */
  search: string | null;
  /** Only those that wait for the staff: to answer a cancel, or to look after a refund. */
  waiting: 'cancel_requests' | 'refunds' | 'after_sales' | null;
  order: 'newest' | 'oldest';
  after: RedemptionPosition | null;
  limit: number;
};

/** Redemptions across members, with whose they are and how the first reward looks. */
export function selectRedemptionPage({ db, tenant }: Scope, filter: RedemptionFilter) {
  const along = filter.order === 'newest' ? desc : asc;
  return db.build
    .select({
      redemption: redemptions,
      member: { number: members.number, displayName: members.displayName },
      pictureKey: sql<string | null>`coalesce(${rewards.published}, ${rewards.draft}) ->> 'pictureKey'`,
    })
    .from(redemptions)
    .leftJoin(members, and(eq(members.tenantId, redemptions.tenantId), eq(members.id, redemptions.memberId)))
    .leftJoin(rewards, and(eq(rewards.tenantId, redemptions.tenantId), eq(rewards.id, redemptions.rewardId)))
    .where(
      and(
        eq(redemptions.tenantId, tenant.id),
        filter.states.length > 0 ? inArray(redemptions.state, [...filter.states]) : undefined,
        filter.memberId ? eq(redemptions.memberId, filter.memberId) : undefined,
        filter.waiting ? WAITS_FOR_STAFF[filter.waiting] : undefined,
        filter.search ? isMeantBy({ db, tenant }, filter.search) : undefined,
        isBeyond(filter.after, filter.order),
      ),
    )
    .orderBy(along(redemptions.createdAtMs), along(redemptions.redemptionId))
    .limit(filter.limit);
}

/** Found by one index each and put together, so that a number costs no walk over all of a shop's rows. */
function isMeantBy({ db, tenant }: Scope, search: string): SQL {
  const idsWhere = (condition: SQL) =>
    db.build
      .select({ id: redemptions.redemptionId })
      .from(redemptions)
      .where(and(eq(redemptions.tenantId, tenant.id), condition));
  const number = readNumber(search);
  const named = number ? eq(redemptions.number, number) : eq(redemptions.redemptionId, search.trim());
  const ofMember = sql`${redemptions.memberId} in (${fittingMemberIds({ tenant }, search)})`;
  return inArray(redemptions.redemptionId, idsWhere(named).union(idsWhere(ofMember)));
}

const FOR_STAFF = sql`(${redemptions.cancelAsked} or ${redemptions.refundWaits})`;
/** Rows that wait for the staff, by what they wait for; each names the index that holds them alone. */
export const WAITS_FOR_STAFF = {
  cancel_requests: sql`(${FOR_STAFF} and ${redemptions.cancelAsked})`,
  refunds: sql`(${FOR_STAFF} and ${redemptions.refundWaits})`,
  after_sales: FOR_STAFF,
};

/** Lists that are counted: no more than a state's or the staff's own index is walked, and that so far only. */
const COUNTED = {
  ...Object.fromEntries(REDEMPTION_STATES.map((state) => [state, eq(redemptions.state, state)])),
  ...WAITS_FOR_STAFF,
};

/** How many redemptions are in each state, and how many of them wait for the staff, up to COUNTED_MAX each. */
export function countRedemptions({ db, tenant }: Scope) {
  const counts = Object.entries(COUNTED).map(([name, condition]) => {
    const rows = db.build
      .select({ one: sql`1`.as('one') })
      .from(redemptions)
      .where(and(eq(redemptions.tenantId, tenant.id), condition))
      .limit(COUNTED_MAX);
    return sql`select ${name}::text as name, (select count(*) from ${rows} rows)::int as count`;
  });
  return db.build
    .select({ name: sql<string>`name`, count: sql<number>`count`.mapWith(Number) })
    .from(sql`(${sql.join(counts, sql` union all `)}) counted`);
}

/** Whose redemption this is: the object that owns it is asked for everything else. */
export function selectRedemptionOwner({ db, tenant }: Scope, redemptionId: string) {
  return db.build
    .select({ memberId: redemptions.memberId })
    .from(redemptions)
    .where(and(eq(redemptions.tenantId, tenant.id), eq(redemptions.redemptionId, redemptionId)));
}

/** Those whose numbers stand on a list of parcels. */
export function selectRedemptionsByNumber({ db, tenant }: Scope, numbers: string[]) {
  return db.build
    .select({ number: redemptions.number, body: redemptions.body, delivery: redemptions.delivery })
    .from(redemptions)
    .where(and(eq(redemptions.tenantId, tenant.id), inArray(redemptions.number, numbers)));
}

/** The movements of points that a redemption caused, oldest first. */
export function selectEntriesOf({ db, tenant }: Scope, memberId: string, redemptionId: string) {
  return db.build
    .select()
    .from(journalRows)
    .where(
      and(
        eq(journalRows.tenantId, tenant.id),
        eq(journalRows.objectKind, 'account'),
        eq(journalRows.objectId, memberId),
        isNotNull(journalRows.points),
        sql`${journalRows.body} -> 'source' ->> 'redemptionId' = ${redemptionId}`,
      ),
    )
    .orderBy(asc(journalRows.seq));
}

/** What the member was written about it, oldest first, without her address. */
export function selectLettersAbout({ db, tenant }: Scope, redemptionId: string) {
  return db.build
    .select({
      kind: letters.kind,
      state: letters.state,
      createdAtMs: letters.createdAtMs,
      doneAtMs: letters.doneAtMs,
    })
    .from(letters)
    .where(and(eq(letters.tenantId, tenant.id), eq(letters.subjectId, redemptionId)))
    .orderBy(asc(letters.createdAtMs), asc(letters.key));
}

function isBeyond(position: RedemptionPosition | null, order: RedemptionFilter['order']): SQL | undefined {
  if (!position) return undefined;
  const beyond = order === 'newest' ? lt : gt;
  return or(
    beyond(redemptions.createdAtMs, position.createdAtMs),
    and(
      eq(redemptions.createdAtMs, position.createdAtMs),
      beyond(redemptions.redemptionId, position.redemptionId),
    ),
  );
}
