import type { OrderResult } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { hashJson } from '../../domain/chain.ts';
import type { Order } from '../../domain/order.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { ProgrammeVersion } from '../../domain/programme/programme.ts';
import type { WaitingOrder } from '../../domain/waiting-order.ts';
import { refuse } from '../../lib/result.ts';
import { commandOf } from '../command.ts';
import { onAccount } from '../members/open-account.ts';
import { selectProgrammeAt } from '../programme/queries.ts';
import { type ClaimRow, clearWaiting } from './queries.ts';

/** A claim whose order belongs to a member. */
export type OwnedClaim = ClaimRow & { memberId: string };

export function isOwned(claim: ClaimRow): claim is OwnedClaim {
  return claim.memberId !== null;
}

/** Tells the account about the order, under the programme that was in force when it was made. */
export function earn(
  ctx: Context,
  memberId: string,
  command: { key: string; order: Order; programme: ProgrammeVersion },
): Promise<Outcome<OrderResult>> {
  const { key, order, programme } = command;
  return onAccount(ctx, memberId, (account) =>
    account.earnOrder({ ...commandOf(ctx, key), order, programme, timeZone: ctx.tenant.timeZone }),
  );
}

/**
 * Brings what waited for a member into her account, and only then forgets it: whoever meets an order
 * that is hers but not credited, after a crash or in a race, runs this first. The account counts each
 * order and refund once.
 */
export async function creditWaiting(ctx: Context, claim: OwnedClaim): Promise<void> {
  if (claim.payload === null) return;
  const { order, completedAtMs, refunds }: WaitingOrder = claim.payload;
  const [[programme]] = await ctx.db.batch(ctx.tenant.id, [selectProgrammeAt(ctx, order.occurredAtMs)]);
  if (!programme) throw new Error('an order waited in a shop that never published a programme');
  const keyOf = (...about: string[]) => `waiting:${hashJson([order.channel, order.orderId, ...about])}`;
  const system: Context = { ...ctx, actor: { kind: 'system', name: 'waiting-orders' } };
  const reports = completedAtMs
    ? [
        { ...order, status: 'paid' as const },
        { ...order, occurredAtMs: completedAtMs },
      ]
    : [order];
  for (const report of reports) {
    const key = keyOf('report', report.status);
    const earned = await earn(system, claim.memberId, { key, order: report, programme });
    if (!earned.ok) return logRefused(ctx, earned.refusal.code);
  }
  // A cancelled order has nothing left that a refund could take.
  for (const { refundId, lines } of order.status === 'cancelled' ? [] : refunds) {
    const command = {
      ...commandOf(system, keyOf('refund', refundId)),
      channel: order.channel,
      orderId: order.orderId,
    };
    const taken = await ctx.accounts.of(claim.memberId).refundOrder({ ...command, refundId, lines });
    if (!taken.ok) return logRefused(ctx, taken.refusal.code);
  }
  await ctx.db.batch(ctx.tenant.id, [clearWaiting(ctx, order)]);
}

/** A waiting order was checked when it was taken: a refusal now is worth a look, and the order is kept. */
function logRefused(ctx: Context, code: string): void {
  ctx.log.warn('waiting order refused', { tenantId: ctx.tenant.id, refusal: code });
}

export const NO_PROGRAMME = refuse({
  code: 'invalid_input',
  field: 'programme',
  reason: 'not_published',
});
