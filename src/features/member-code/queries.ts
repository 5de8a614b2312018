import { and, desc, eq, inArray, like, max, ne, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { journalRows, members, redemptions } from '../../db/schema/index.ts';
import { PHONE_END_DIGITS } from '../../domain/member-code/read-typed.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

/** Members whose phone ends in these digits, four at least; newest first. */
export function selectMembersByPhoneEnd(
  { db, tenant }: Scope,
  { digits, limit }: { digits: string; limit: number },
) {
  return db.build
    .select()
    .from(members)
    .where(
      and(
        eq(members.tenantId, tenant.id),
        eq(members.phoneEnd, digits.slice(-PHONE_END_DIGITS)),
        like(members.phone, `%${digits}`),
        ne(members.state, 'erased'),
      ),
    )
    .orderBy(desc(members.createdAtMs))
    .limit(limit);
}

/** When the shop last gave each of them points for a purchase or a visit. */
export function selectLastVisits({ db, tenant }: Scope, memberIds: string[]) {
  return db.build
    .select({ memberId: journalRows.objectId, atMs: max(journalRows.atMs) })
    .from(journalRows)
    .where(
      and(
        eq(journalRows.tenantId, tenant.id),
        inArray(journalRows.objectId, memberIds),
        eq(journalRows.objectKind, 'account'),
        eq(journalRows.type, 'points.earned'),
        sql`${journalRows.body} ? 'order'`,
      ),
    )
    .groupBy(journalRows.objectId);
}

/** How many vouchers each of them has that count now, as the projection last heard. */
export function countOpenVouchers({ db, tenant }: Scope, memberIds: string[], nowMs: number) {
  const validUntilMs = sql`(${redemptions.body} -> 'voucher' ->> 'validUntilMs')::bigint`;
  return db.build
    .select({ memberId: redemptions.memberId, count: sql<number>`count(*)`.mapWith(Number) })
    .from(redemptions)
    .where(
      and(
        eq(redemptions.tenantId, tenant.id),
        inArray(redemptions.memberId, memberIds),
        eq(redemptions.state, 'issued'),
        sql`(${validUntilMs} is null or ${validUntilMs} > ${nowMs})`,
      ),
    )
    .groupBy(redemptions.memberId);
}
