import type { Context } from '../../context.ts';
import { keepUnlessRefused, runOnce } from '../../db/run-once.ts';
import { mergeRefund } from '../../domain/waiting-order.ts';
import { asJson } from '../../lib/as-json.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { commandOf } from '../command.ts';
import { onAccount } from '../members/open-account.ts';
import { takenBackAnswer } from './answers.ts';
import { changeWaiting, lookForBuyerAgain } from './claim-order.ts';
import { creditWaiting, isOwned } from './credit-claim.ts';
import { type ClaimRow, selectClaim } from './queries.ts';
import type { RefundAnswer, ReportRefundInput } from './schemas.ts';

/**
 * Goods given back, by line and amount. The order's claim says where it goes: to the account that was
 * credited, or into the waiting room. The same refund counts once.
 */
export async function reportRefund({
  ctx,
  input,
}: {
  ctx: Context;
  input: ReportRefundInput & { key: string };
}): Promise<Result<RefundAnswer>> {
  const { key } = input;
  const [[claim]] = await ctx.db.batch(ctx.tenant.id, [selectClaim(ctx, input)]);
  if (!claim) return refuse({ code: 'order_unknown' });
  const known = await runOnce({
    ctx,
    key,
    operation: 'orders.refund',
    input: asJson(input),
    statements: [],
    value: null,
    status: 200,
  });
  if (!known.ok) return known;
  return keepUnlessRefused(ctx, key, await routeRefund(ctx, claim, input));
}

/** Sends a refund where its claim points: into the waiting room or to the member's account. */
async function routeRefund(
  ctx: Context,
  claim: ClaimRow,
  { key, channel, orderId, refundId, lines }: ReportRefundInput & { key: string },
): Promise<Result<RefundAnswer>> {
  const changed = await changeWaiting(ctx, claim, (waiting) => mergeRefund(waiting, refundId, lines));
  if (!changed.ok) return changed;
  const settled = isOwned(changed.value) ? changed.value : await lookForBuyerAgain(ctx, changed.value);
  if (!isOwned(settled)) {
    const keptUntil = new Date(settled.expiresAtMs ?? 0).toISOString();
    return succeed({ state: 'waiting', channel, orderId, refundId, keptUntil });
  }
  await creditWaiting(ctx, settled);
  const taken = await onAccount(ctx, settled.memberId, (account) =>
    account.refundOrder({ ...commandOf(ctx, key), channel, orderId, refundId, lines }),
  );
  return taken.ok ? succeed(takenBackAnswer(settled.memberId, taken.value)) : taken;
}
