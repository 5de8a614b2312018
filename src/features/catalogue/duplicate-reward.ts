import type { Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { copyOf } from '../../domain/catalogue/copy-reward.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, refuse } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { getReward, type RewardWithStock } from './get-reward.ts';
import { insertReward, selectReward } from './queries.ts';

/** A new draft that says what another one says, with a name that tells them apart; it stands at the shelf's end. */
export async function duplicateReward({
  ctx,
  input: { rewardId, key },
}: {
  ctx: Context;
  input: { rewardId: string; key: string };
}): Promise<Result<RewardWithStock>> {
  const [[original]] = await ctx.db.batch(ctx.tenant.id, [selectReward(ctx, rewardId)]);
  if (!original) return refuse({ code: 'not_found' });
  const copyId = newId('rwd');
  const made = await runOnce({
    ctx,
    key,
    operation: 'rewards.duplicate',
    input: { rewardId },
    statements: [
      insertReward(ctx, copyId, copyOf(original.draft), ctx.clock.nowMs()),
      addAuditRow(ctx, 'rewards.create', copyId, { copyOf: rewardId }),
    ],
    value: copyId,
    status: 201,
  });
  return made.ok ? getReward({ ctx, input: { rewardId: made.value } }) : made;
}
