import type { ActorRef, OrderResult } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { hashJson } from '../../domain/chain.ts';
import type { Json } from '../../domain/journal.ts';
import type { Order } from '../../domain/order.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { ProgrammeVersion } from '../../domain/programme/programme.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { WaitingOrder } from '../../domain/waiting-order.ts';
import { asJson } from '../../lib/as-json.ts';
import { refuse } from '../../lib/result.ts';
import { onAccount } from '../members/open-account.ts';
import { selectProgrammeAt } from '../programme/queries.ts';
import { type ClaimRow, clearTold } from './queries.ts';

/** A claim whose order belongs to a member. */
export type OwnedClaim = ClaimRow & { memberId: string };

export function isOwned(claim: ClaimRow): claim is OwnedClaim {
  return claim.memberId !== null;
}

/** Tells the account about the order, under the programme that was in force when it was made. */
export function earn(
  ctx: Context,
  memberId: string,
  command: { key: string; actor: ActorRef; order: Order; programme: ProgrammeVersion },
): Promise<Outcome<OrderResult>> {
  return onAccount(ctx, memberId, (account) =>
    account.earnOrder({ ...command, timeZone: ctx.tenant.timeZone }),
  );
}

/**
 * Brings what waited for a member into her account, and only then forgets it: whoever meets an order
 * that is hers but not credited, after a crash or in a race, runs this first. The account counts each
 * order and refund once. Answers why the account would not have it, or null; then the order is kept.
 */
export async function creditWaiting(ctx: Context, claim: OwnedClaim): Promise<Refusal | null> {
  if (claim.payload === null) return null;
  const refusal = await tellAccount(ctx, claim.memberId, claim.payload);
  if (refusal === null)
    await ctx.db.batch(ctx.tenant.id, [clearTold(ctx, claim.payload.order, claim.payload)]);
  // It was checked when it was taken: a refusal now is worth a look.
  else ctx.log.warn('waiting order refused', { tenantId: ctx.tenant.id, refusal: refusal.code });
  return refusal;
}

async function tellAccount(ctx: Context, memberId: string, waiting: WaitingOrder): Promise<Refusal | null> {
  const { order, completedAtMs, refunds, reportedBy: actor } = waiting;
  const [[programme]] = await ctx.db.batch(ctx.tenant.id, [selectProgrammeAt(ctx, order.occurredAtMs)]);
  if (!programme) throw new Error('an order waited in a shop that never published a programme');
  const command = (about: unknown) => ({ key: keyOf(order, asJson(about)), actor });
  const reports = completedAtMs
    ? [
        { ...order, status: 'paid' as const },
        { ...order, occurredAtMs: completedAtMs },
      ]
    : [order];
  for (const report of reports) {
    const earned = await earn(ctx, memberId, { ...command(report), order: report, programme });
    if (!earned.ok) return earned.refusal;
  }
  // A cancelled order has nothing left that a refund could take.
  for (const refund of order.status === 'cancelled' ? [] : refunds) {
    const { channel, orderId } = order;
    const taken = await ctx.accounts
      .of(memberId)
      .refundOrder({ ...command(refund), channel, orderId, ...refund });
    if (!taken.ok) return taken.refusal;
  }
  return null;
}

/** The same content has the same key however often it is sent, and never one that a caller could choose. */
function keyOf({ channel, orderId }: Order, about: Json): string {
  return `system:waiting-orders:${hashJson([channel, orderId, about])}`;
}

export const NO_PROGRAMME = refuse({
  code: 'invalid_input',
  field: 'programme',
  reason: 'not_published',
});
