import { and, desc, eq, inArray, like, ne, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { memberFigures, members, redemptions } from '../../db/schema/index.ts';
import { PHONE_END_DIGITS } from '../../domain/member-code/read-typed.ts';
import { PICK_UP_WAITS } from '../../domain/redemption/redemption.ts';

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

/** When each of them was last in the shop, as the projection last heard. */
export function selectLastVisits({ db, tenant }: Scope, memberIds: string[]) {
  return db.build
    .select({ memberId: memberFigures.memberId, atMs: memberFigures.lastVisitAtMs })
    .from(memberFigures)
    .where(and(eq(memberFigures.tenantId, tenant.id), inArray(memberFigures.memberId, memberIds)));
}

/** What waits at the counter for each of them, as the projection last heard: vouchers that count, pick-ups. */
export function countWaiting({ db, tenant }: Scope, memberIds: string[], nowMs: number) {
  const validUntilMs = sql`(${redemptions.body} -> 'voucher' ->> 'validUntilMs')::bigint`;
  const isVoucher = sql`${redemptions.state} = 'issued' and (${validUntilMs} is null or ${validUntilMs} > ${nowMs})`;
  const isPickUp = sql`${redemptions.state} <> 'issued' and ${redemptions.body} ->> 'pickUp' = 'true'`;
  const count = (condition: SQL) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
  return db.build
    .select({ memberId: redemptions.memberId, vouchers: count(isVoucher), pickUps: count(isPickUp) })
    .from(redemptions)
    .where(
      and(
        eq(redemptions.tenantId, tenant.id),
        inArray(redemptions.memberId, memberIds),
        inArray(redemptions.state, ['issued', ...PICK_UP_WAITS]),
      ),
    )
    .groupBy(redemptions.memberId);
}
