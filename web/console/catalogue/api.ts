import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  ChangeRewardInput,
  RewardAnswer,
  shelfSchema,
} from '../../../src/features/catalogue/schemas.ts';
import { read, write } from '../api/client.ts';

export type Reward = RewardAnswer;
export type RewardChanges = Omit<ChangeRewardInput, 'rewardId' | 'draftVersion'>;

/** The shelf with how each reward does. */
export type Shelf = z.infer<typeof shelfSchema>;
export type ShelvedReward = Shelf['items'][number];

export const REWARDS_KEY = ['rewards'] as const;

export const rewardsQuery = queryOptions({
  queryKey: REWARDS_KEY,
  queryFn: ({ signal }) => read<Shelf>('/rewards', {}, signal),
});

export const rewardQuery = (rewardId: string) =>
  queryOptions({
    queryKey: [...REWARDS_KEY, rewardId],
    queryFn: ({ signal }) => read<Reward>(`/rewards/${rewardId}`, {}, signal),
  });

/** A reward as it was last read or stored here: what a change is decided from. */
export type RewardBase = Pick<Reward, 'id' | 'draftVersion'>;

export type SaveInput = {
  /** Null makes a new one. */
  base: RewardBase | null;
  changes: RewardChanges;
  picture: File | null;
  publish: boolean;
};

/**
 * Saves what the editor holds: fields, then the picture, then publishes where asked. Each step has a
 * key of its own made from the submit's, so that a retry repeats only what had no effect yet. What is
 * stored is told at once: a later step may fail, and the next save must not make a second reward.
 */
export async function saveReward(
  { base, changes, picture, publish }: SaveInput,
  key: string,
  onStored: (reward: Reward) => void,
): Promise<Reward> {
  let reward = await (base === null
    ? write<Reward>('/rewards', { method: 'POST', body: changes, key: `${key}-save` })
    : write<Reward>(`/rewards/${base.id}`, {
        method: 'PATCH',
        body: { ...changes, draftVersion: base.draftVersion },
        key: `${key}-save`,
      }));
  onStored(reward);
  if (picture) {
    const path = `/rewards/${reward.id}/picture`;
    reward = await write<Reward>(path, { method: 'PUT', body: picture, key: `${key}-picture` });
    onStored(reward);
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

/** From the first to the last; the mall follows at once. */
export function orderRewards(rewardIds: string[], key: string): Promise<Shelf> {
  return write('/rewards/order', { method: 'POST', body: { rewardIds }, key });
}

/** A new draft that says the same. */
export function duplicateReward(rewardId: string, key: string): Promise<Reward> {
  return write(`/rewards/${rewardId}/duplicate`, { method: 'POST', key });
}
