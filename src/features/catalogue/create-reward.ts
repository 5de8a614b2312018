import type { Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import type { RewardDraft } from '../../domain/catalogue/reward.ts';
import { asJson } from '../../lib/as-json.ts';
import { newId } from '../../lib/ids.ts';
import type { Result } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { getReward, type RewardWithStock } from './get-reward.ts';
import { insertReward } from './queries.ts';
import type { CreateRewardInput } from './schemas.ts';

/** A new draft at the end of the shelf; nobody but staff sees it before it is published. */
export async function createReward({
  ctx,
  input: { key, rewardId = newId('rwd'), ...input },
}: {
  ctx: Context;
  /** An id that says which reward it is, for one that may be made by two; else a new one. */
  input: CreateRewardInput & { key: string; rewardId?: string };
}): Promise<Result<RewardWithStock>> {
  const { startsAt, endsAt, mix, ...rest } = input;
  const draft: RewardDraft = {
    ...rest,
    mix: mix && { ...mix, currency: ctx.tenant.currency },
    startsAtMs: startsAt === null ? null : Date.parse(startsAt),
    endsAtMs: endsAt === null ? null : Date.parse(endsAt),
    pictureKey: null,
  };
  const created = await runOnce({
    ctx,
    key,
    operation: 'rewards.create',
    input: asJson(input),
    statements: [
      insertReward(ctx, rewardId, draft, ctx.clock.nowMs()),
      addAuditRow(ctx, 'rewards.create', rewardId),
    ],
    value: rewardId,
    status: 201,
  });
  return created.ok ? getReward({ ctx, input: { rewardId: created.value } }) : created;
}
