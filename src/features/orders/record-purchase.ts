import type { Context } from '../../context.ts';
import { keepUnlessRefused, runOnce } from '../../db/run-once.ts';
import { COUNTER_CHANNEL, type Order, type OrderLine } from '../../domain/order.ts';
import { asJson } from '../../lib/as-json.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { getMember } from '../members/find-member.ts';
import { selectProgrammeAt } from '../programme/queries.ts';
import { claimOrder } from './claim-order.ts';
import { NO_PROGRAMME } from './credit-claim.ts';
import { selectClaim } from './queries.ts';
import { routeReport } from './report-order.ts';
import type { RecordedPurchase, RecordPurchaseInput } from './schemas.ts';

/**
 * A purchase that a clerk enters for the member in front of her, paid and handed over. The receipt's
 * number names it, so that the same receipt never counts twice, and the answer says when it did;
 * without one each key is a purchase. What was refused or counted before leaves no line in the log.
 */
export async function recordPurchase({
  ctx,
  input,
}: {
  ctx: Context;
  input: RecordPurchaseInput & { key: string };
}): Promise<Result<RecordedPurchase>> {
  const { key, memberId, receipt } = input;
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
    lines: linesOf(input),
  };
  const claimed = await runOnce({
    ctx,
    key,
    operation: 'orders.purchase',
    input: asJson(input),
    statements: [claimOrder(ctx, order, { memberId })],
    value: { order, programme: asJson(programme) },
    status: 200,
  });
  if (!claimed.ok) return claimed;
  const first = claimed.value as { order: Order; programme: typeof programme };
  const [[claim]] = await ctx.db.batch(ctx.tenant.id, [selectClaim(ctx, first.order)]);
  if (!claim) throw new Error('a claim vanished between its insert and its reading');
  if (claim.memberId !== memberId) {
    return keepUnlessRefused(ctx, key, refuse({ code: 'order_changed', field: 'member' }));
  }
  const routed = await routeReport(ctx, claim, { key, ...first });
  if (!routed.ok) return keepUnlessRefused(ctx, key, routed);
  const { answer, replayed } = routed.value;
  if (answer.state === 'waiting') throw new Error('an order of a member waits for nobody');
  // The same submit, sent again after its answer was lost, is not a receipt entered twice.
  const isRepeated = replayed && !claimed.replayed;
  return succeed({ ...answer, countedBefore: isRepeated ? new Date(claim.createdAtMs).toISOString() : null });
}

function linesOf({ amountMinor, category, lines }: RecordPurchaseInput): OrderLine[] {
  const typed = lines ?? [{ amountMinor: amountMinor ?? 0, category }];
  return typed.map((line, index) => ({
    lineId: String(index + 1),
    category: line.category ?? null,
    amountMinor: line.amountMinor,
    quantity: 1,
  }));
}
