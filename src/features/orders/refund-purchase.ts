import { actorRef, type Context } from '../../context.ts';
import { sha256Hex } from '../../lib/hash.ts';
import { type Result, refuse } from '../../lib/result.ts';
import { quoteRefund } from './quote-refund.ts';
import { reportRefund } from './report-refund.ts';
import type { RefundAnswer, RefundPurchaseInput } from './schemas.ts';

/** Goods that a member brings back to the shop: a refund as any other, named by the key of its submit. */
export async function refundPurchase({
  ctx,
  input,
}: {
  ctx: Context;
  input: RefundPurchaseInput & { key: string };
}): Promise<Result<RefundAnswer>> {
  const { channel, orderId, lines, key } = input;
  if (lines.length === 0) return refuse({ code: 'invalid_input', field: 'lines', reason: 'empty' });
  const hers = await quoteRefund({ ctx, input: { ...input, lines: [] } });
  if (!hers.ok) return hers;
  const { kind, id } = actorRef(ctx.actor);
  const refundId = `staff-${sha256Hex(JSON.stringify([kind, id, key])).slice(0, 32)}`;
  return reportRefund({ ctx, input: { channel, orderId, refundId, lines, key } });
}
