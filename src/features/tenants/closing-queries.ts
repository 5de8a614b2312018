import { and, eq, inArray, lte, or, sql } from 'drizzle-orm';
import type { RedemptionState } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { memberFigures, redemptions, tenants } from '../../db/schema/index.ts';
import { refuseUnless } from '../../db/tenant.ts';
import type { ClosingLetter, ShopClosing } from '../../domain/shop-closing.ts';
import { uncountedMemberIds } from '../members/counted-queries.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

/** Hers already, and not in her hands yet. */
const TO_FULFIL: RedemptionState[] = ['committing', 'confirmed', 'in_fulfilment', 'ready'];
const UNDER_WAY: RedemptionState[] = ['reserving', 'awaiting_payment', ...TO_FULFIL, 'issued'];

const whole = (query: ReturnType<typeof sql>) => sql<number>`${query}`.mapWith(Number);

/** Members who hold points, and how many of them altogether, as one row. */
export function sumHolders({ db, tenant }: Scope) {
  const holds = sql`${memberFigures.balancePoints} > 0`;
  return db.build
    .select({
      holders: whole(sql`count(*) filter (where ${holds})`),
      heldPoints: whole(sql`coalesce(sum(${memberFigures.balancePoints}) filter (where ${holds}), 0)`),
    })
    .from(memberFigures)
    .where(
      and(
        eq(memberFigures.tenantId, tenant.id),
        sql`${memberFigures.memberId} not in ${uncountedMemberIds({ tenant })}`,
      ),
    );
}

/** What the shop owes of what was redeemed, as one row; cash in minor units of its currency. */
export function sumUnderWay({ db, tenant }: Scope, nowMs: number) {
  const { state, body, refundWaits } = redemptions;
  const validUntil = sql`(${body} -> 'voucher' ->> 'validUntilMs')::bigint`;
  const isVoucher = sql`${state} = 'issued' and (${validUntil} is null or ${validUntil} > ${nowMs}::bigint)`;
  const isOpen = sql`${inArray(state, TO_FULFIL)} or (${isVoucher})`;
  const taken = sql`(${body} -> 'payment' -> 'received' ->> 'amountMinor')::bigint`;
  return db.build
    .select({
      toFulfil: whole(sql`count(*) filter (where ${inArray(state, TO_FULFIL)})`),
      vouchers: whole(sql`count(*) filter (where ${isVoucher})`),
      awaitingPayment: whole(sql`count(*) filter (where ${state} in ('reserving', 'awaiting_payment'))`),
      refunds: whole(sql`count(*) filter (where ${refundWaits})`),
      paidMinor: whole(sql`coalesce(sum(${taken}) filter (where ${isOpen}), 0)`),
    })
    .from(redemptions)
    .where(and(eq(redemptions.tenantId, tenant.id), or(inArray(state, UNDER_WAY), refundWaits)));
}

/** Makes the batch fail where the shop's closing is no longer what was seen of it: of two at once the second. */
export function refuseChangedClosing({ tenant }: Scope, seen: ShopClosing | null) {
  const stored = sql`(select t.closing from ${tenants} t where t.id = ${tenant.id} )`;
  return refuseUnless(sql`${stored} is not distinct from ${jsonOf(seen)}`, 'changed_elsewhere');
}

/** The cron looks after it from now on, also where it was taken back: every place has to hear of it. */
export function setClosing({ db, tenant }: Scope, closing: ShopClosing | null, nowMs: number) {
  return db.build
    .update(tenants)
    .set({ closing, closingTold: null, closingDueAtMs: nowMs })
    .where(eq(tenants.id, tenant.id));
}

/** Takes the shop's due letter; it is due again only when the lease is over. One row or none. */
export function claimClosingLetter(
  { db, tenant }: Scope,
  { nowMs, leaseMs }: { nowMs: number; leaseMs: number },
) {
  return db.build
    .update(tenants)
    .set({ closingDueAtMs: nowMs + leaseMs })
    .where(and(eq(tenants.id, tenant.id), lte(tenants.closingDueAtMs, nowMs)))
    .returning();
}

/** Keeps what was written, and when the next letter is due. */
export function noteClosingLetter(
  { db, tenant }: Scope,
  { told, dueAtMs }: { told: ClosingLetter | null; dueAtMs: number | null },
) {
  return db.build
    .update(tenants)
    .set({ ...(told && { closingTold: told }), closingDueAtMs: dueAtMs })
    .where(eq(tenants.id, tenant.id));
}

function jsonOf(closing: ShopClosing | null) {
  return sql`${closing === null ? null : JSON.stringify(closing)}::jsonb`;
}
