import type { Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { inNewOrder } from '../../domain/catalogue/shelf-order.ts';
import type { Result } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { publishMall } from '../publication/publish-mall.ts';
import { listRewards, type RewardWithStock } from './get-reward.ts';
import { placeRewards } from './queries.ts';

/**
 * Puts rewards into another order, by hand; the mall follows at once. Those that are not named keep their
 * places, so that an order made while a colleague adds one loses nothing. Answers the whole shelf.
 */
export async function orderRewards({
  ctx,
  input: { rewardIds, key },
}: {
  ctx: Context;
  input: { rewardIds: string[]; key: string };
}): Promise<Result<RewardWithStock[]>> {
  const shelf = (await listRewards({ ctx })).map(({ reward }) => reward.id);
  const ordered = inNewOrder(shelf, rewardIds);
  const written = await runOnce({
    ctx,
    key,
    operation: 'rewards.order',
    input: { rewardIds },
    statements: [placeRewards(ctx, ordered), addAuditRow(ctx, 'rewards.order', null)],
    value: null,
    status: 200,
  });
  if (!written.ok) return written;
  await publishMall({ ctx });
  return { ok: true, value: await listRewards({ ctx }) };
}
