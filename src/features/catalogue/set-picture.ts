import type { Context } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { getReward, type RewardWithStock } from './get-reward.ts';
import { storePicture } from './store-picture.ts';
import { writeReward } from './write-reward.ts';

/** Stores a picture and puts it into the reward's draft. */
export async function setPicture({
  ctx,
  input: { rewardId, bytes, key },
}: {
  ctx: Context;
  input: { rewardId: string; bytes: Uint8Array; key: string };
}): Promise<Result<RewardWithStock>> {
  const reward = await getReward({ ctx, input: { rewardId } });
  if (!reward.ok) return reward;
  const stored = await storePicture(ctx, bytes);
  if (!stored.ok) return stored;
  const pictureKey = stored.value;
  const written = await writeReward(ctx, {
    rewardId,
    key,
    operation: 'rewards.picture',
    input: { rewardId, pictureKey },
    decide: ({ state, draft }) =>
      state === 'archived'
        ? refuse({ code: 'wrong_state', state })
        : succeed({ change: { draft: { ...draft, pictureKey } }, detail: { pictureKey } }),
  });
  return written.ok ? getReward({ ctx, input: { rewardId } }) : written;
}
