import { and, asc, desc, eq, ne, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Context } from '../../context.ts';
import { memberFigures, members } from '../../db/schema/index.ts';
import { fittingMemberIds } from './search-queries.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

export const MEMBER_SORTS = ['joined', 'available', 'spent', 'lastVisit'] as const;
export type MemberSort = (typeof MEMBER_SORTS)[number];
export const SORT_DIRECTIONS = ['desc', 'asc'] as const;
export type SortDirection = (typeof SORT_DIRECTIONS)[number];

/** What a list is sorted by, and the member who comes last of equals. */
export type MemberPosition = { value: number; memberId: string };

export type MemberListPage = {
  search: string | null;
  sort: MemberSort;
  direction: SortDirection;
  after: MemberPosition | null;
  limit: number;
};

/** Figures by which members are sorted: each has an index with the tenant before and the member behind. */
const SORTED_BY = {
  joined: { column: members.createdAtMs, member: members.id, isMoment: true },
  available: { column: memberFigures.availablePoints, member: memberFigures.memberId, isMoment: false },
  spent: { column: memberFigures.spentMinor, member: memberFigures.memberId, isMoment: false },
  lastVisit: { column: memberFigures.visitedAtMs, member: memberFigures.memberId, isMoment: true },
} as const satisfies Record<MemberSort, { column: PgColumn; member: PgColumn; isMoment: boolean }>;

/** A page of members with their figures. Who closed her account is found by her number, and listed nowhere else. */
export function selectMemberList({ db, tenant }: Scope, page: MemberListPage) {
  const { column, member } = SORTED_BY[page.sort];
  const order = page.direction === 'desc' ? desc : asc;
  const isMeant =
    page.search === null ? undefined : isOneOf(member, fittingMemberIds({ tenant }, page.search));
  return db.build
    .select({
      member: members,
      figures: {
        balancePoints: memberFigures.balancePoints,
        availablePoints: memberFigures.availablePoints,
        spentMinor: memberFigures.spentMinor,
        lastVisitAtMs: memberFigures.lastVisitAtMs,
        frozenAtMs: memberFigures.frozenAtMs,
      },
      sortedBy: sql<number>`${column}`.mapWith(column),
    })
    .from(members)
    .innerJoin(
      memberFigures,
      and(
        eq(memberFigures.tenantId, tenant.id),
        eq(members.tenantId, tenant.id),
        eq(memberFigures.memberId, members.id),
      ),
    )
    .where(
      and(
        eq(members.tenantId, tenant.id),
        eq(memberFigures.tenantId, tenant.id),
        page.search === null ? ne(members.state, 'erased') : undefined,
        isMeant,
        beyond(page),
      ),
    )
    .orderBy(order(column), order(member))
    .limit(page.limit);
}

/** Looked up once and then one by one: joined, a plan may compare all of them with each member in the order. */
function isOneOf(member: PgColumn, ids: SQL): SQL {
  return sql`${member} = any(array(${ids}))`;
}

/** A comparison of rows, which walks the index from there on. */
function beyond({ sort, direction, after }: MemberListPage): SQL | undefined {
  if (after === null) return undefined;
  const { column, member } = SORTED_BY[sort];
  const value = sql`${sql.param(after.value, column)}`;
  return direction === 'desc'
    ? sql`(${column}, ${member}) < (${value}, ${after.memberId})`
    : sql`(${column}, ${member}) > (${value}, ${after.memberId})`;
}
