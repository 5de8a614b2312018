import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { members, voucherCodes } from '../../db/schema/index.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

/** Does nothing where the redemption has a code already, or the code another redemption. */
export function insertVoucherCode({ db }: Scope, row: typeof voucherCodes.$inferInsert) {
  return db.build.insert(voucherCodes).values(row).onConflictDoNothing();
}

export function selectCodeOf({ db, tenant }: Scope, redemptionId: string) {
  return db.build
    .select({ code: voucherCodes.code })
    .from(voucherCodes)
    .where(and(eq(voucherCodes.tenantId, tenant.id), eq(voucherCodes.redemptionId, redemptionId)));
}

/** Which redemption of this shop a code names, and whose it is. */
export function selectVoucher({ db, tenant }: Scope, code: string) {
  return db.build
    .select({
      memberId: voucherCodes.memberId,
      redemptionId: voucherCodes.redemptionId,
      member: { number: members.number, displayName: members.displayName },
    })
    .from(voucherCodes)
    .leftJoin(
      members,
      and(eq(members.tenantId, voucherCodes.tenantId), eq(members.id, voucherCodes.memberId)),
    )
    .where(and(eq(voucherCodes.tenantId, tenant.id), eq(voucherCodes.code, code)));
}
