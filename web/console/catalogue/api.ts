import { queryOptions } from '@tanstack/react-query';
import type { ChangeRewardInput, RewardAnswer } from '../../../src/features/catalogue/schemas.ts';
import { read, write } from '../api/client.ts';

export type Reward = RewardAnswer;
export type RewardChanges = Omit<ChangeRewardInput, 'rewardId'>;

export const REWARDS_KEY = ['rewards'] as const;

export const rewardsQuery = queryOptions({
  queryKey: REWARDS_KEY,
  queryFn: ({ signal }) => read<{ items: Reward[] }>('/rewards', {}, signal),
});

export const rewardQuery = (rewardId: string) =>
  queryOptions({
    queryKey: [...REWARDS_KEY, rewardId],
    queryFn: ({ signal }) => read<Reward>(`/rewards/${rewardId}`, {}, signal),
  });

export type SaveInput = {
  /** Null makes a new one. */
  rewardId: string | null;
  changes: RewardChanges;
  picture: File | null;
  publish: boolean;
};

/**
 * Saves what the editor holds: fields, then the picture, then publishes where asked. Each step has a
 * key of its own made from the submit's, so that a retry repeats only what had no effect yet.
 */
export async function saveReward(input: SaveInput, key: string): Promise<Reward> {
  const { rewardId, changes, picture, publish } = input;
  let reward = await (rewardId === null
    ? write<Reward>('/rewards', { method: 'POST', body: changes, key: `${key}-save` })
    : write<Reward>(`/rewards/${rewardId}`, { method: 'PATCH', body: changes, key: `${key}-save` }));
  if (picture) {
    const path = `/rewards/${reward.id}/picture`;
    reward = await write<Reward>(path, { method: 'PUT', body: picture, key: `${key}-picture` });
  }
  return publish ? takeRewardStep({ rewardId: reward.id, step: 'publish' }, `${key}-publish`) : reward;
}

export type RewardStep = 'publish' | 'stop' | 'resume' | 'archive';

export function takeRewardStep(
  { rewardId, step }: { rewardId: string; step: RewardStep },
  key: string,
): Promise<Reward> {
  return write(`/rewards/${rewardId}/${step}`, { method: 'POST', key });
}

export function changeUnits(
  { rewardId, delta }: { rewardId: string; delta: number },
  key: string,
): Promise<Reward> {
  return write(`/rewards/${rewardId}/units`, { method: 'POST', body: { delta }, key });
}
