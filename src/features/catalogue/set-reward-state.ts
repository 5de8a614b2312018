import type { Context } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { publishMall } from '../publication/publish-mall.ts';
import { getReward, type RewardWithStock } from './get-reward.ts';
import { settleStock } from './settle-stock.ts';
import { writeReward } from './write-reward.ts';

/** What staff may do to a reward on the shelf, and the states they may do it in. */
const ACTIONS = {
  stop: { from: ['live', 'stopped'], to: 'stopped' },
  resume: { from: ['stopped', 'live'], to: 'live' },
  archive: { from: ['draft', 'live', 'stopped', 'archived'], to: 'archived' },
} as const;
export type RewardAction = keyof typeof ACTIONS;

/** Takes a reward off the shelf, puts it back, or away for good. The stock obeys before this returns. */
export async function setRewardState({
  ctx,
  input: { rewardId, action, key },
}: {
  ctx: Context;
  input: { rewardId: string; action: RewardAction; key: string };
}): Promise<Result<RewardWithStock>> {
  const { from, to } = ACTIONS[action];
  const written = await writeReward(ctx, {
    rewardId,
    key,
    operation: `rewards.${action}`,
    input: { rewardId },
    decide: ({ state }) =>
      from.some((each) => each === state)
        ? succeed({ change: { state: to }, detail: { from: state } })
        : refuse({ code: 'wrong_state', state }),
  });
  if (!written.ok) return written;
  await settleStock(ctx, written.value);
  await publishMall({ ctx });
  return getReward({ ctx, input: { rewardId } });
}
