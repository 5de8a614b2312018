import { createHash } from 'node:crypto';
import type { Context } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { getReward, type RewardWithStock } from './get-reward.ts';
import { pictureFormatOf } from './picture-format.ts';
import { writeReward } from './write-reward.ts';

export const PICTURE_BYTES_MAX = 10 * 1024 * 1024;

/** Where a shop's picture lies: shops cannot reach each other's, even with a known hash. */
export const pictureObjectKey = (tenantId: string, pictureKey: string) => `${tenantId}/${pictureKey}`;

/**
 * Stores a picture under the hash of its bytes, so that its address never shows anything else, and
 * puts it into the reward's draft. What it is, its bytes say.
 */
export async function setPicture({
  ctx,
  input: { rewardId, bytes, key },
}: {
  ctx: Context;
  input: { rewardId: string; bytes: Uint8Array; key: string };
}): Promise<Result<RewardWithStock>> {
  const format = bytes.length <= PICTURE_BYTES_MAX ? pictureFormatOf(bytes) : null;
  if (!format) return refuse({ code: 'invalid_input', field: 'picture', reason: 'not_a_supported_picture' });
  const reward = await getReward({ ctx, input: { rewardId } });
  if (!reward.ok) return reward;
  const pictureKey = `${createHash('sha256').update(bytes).digest('hex')}.${format.extension}`;
  await ctx.pictures.put(pictureObjectKey(ctx.tenant.id, pictureKey), bytes, {
    httpMetadata: { contentType: format.contentType },
  });
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
