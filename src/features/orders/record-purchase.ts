import type { Context } from '../../context.ts';
import { keepUnlessRefused, runOnce } from '../../db/run-once.ts';
import { COUNTER_CHANNEL, type Order } from '../../domain/order.ts';
import { asJson } from '../../lib/as-json.ts';
import { type Result, refuse } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { getMember } from '../members/find-member.ts';
import { selectProgrammeAt } from '../programme/queries.ts';
import { claimOrder } from './claim-order.ts';
import { NO_PROGRAMME } from './credit-claim.ts';
import { selectClaim } from './queries.ts';
import { routeReport } from './report-order.ts';
import type { OrderAnswer, RecordPurchaseInput } from './schemas.ts';

/**
 * A purchase that a clerk enters for the member in front of her, paid and handed over. The receipt's
 * number names it, so that the same receipt never counts twice; without one each key is a purchase.
 */
export async function recordPurchase({
  ctx,
  input,
}: {
  ctx: Context;
  input: RecordPurchaseInput & { key: string };
}): Promise<Result<OrderAnswer>> {
  const { key, memberId, amountMinor, category, receipt } = input;
  const member = await getMember({ ctx, input });
  if (!member.ok) return member;
  const occurredAtMs = ctx.clock.nowMs();
  const [[programme]] = await ctx.db.batch(ctx.tenant.id, [selectProgrammeAt(ctx, occurredAtMs)]);
  if (!programme) return NO_PROGRAMME;
  const order: Order = {
    channel: COUNTER_CHANNEL,
    orderId: receipt ?? crypto.randomUUID(),
    currency: ctx.tenant.currency,
    occurredAtMs,
    status: 'completed',
    lines: [{ lineId: '1', category, amountMinor, quantity: 1 }],
  };
  const claimed = await runOnce({
    ctx,
    key,
    operation: 'orders.purchase',
    input: asJson(input),
    statements: [
      claimOrder(ctx, order, { memberId }),
      addAuditRow(ctx, 'points.purchase', memberId, { orderId: order.orderId, amountMinor }),
    ],
    value: { order, programme: asJson(programme) },
    status: 200,
  });
  if (!claimed.ok) return claimed;
  const first = claimed.value as { order: Order; programme: typeof programme };
  const [[claim]] = await ctx.db.batch(ctx.tenant.id, [selectClaim(ctx, first.order)]);
  if (!claim) throw new Error('a claim vanished between its insert and its reading');
  const answer =
    claim.memberId === memberId
      ? await routeReport(ctx, claim, { key, ...first })
      : refuse({ code: 'order_changed', field: 'member' });
  return keepUnlessRefused(ctx, key, answer);
}
