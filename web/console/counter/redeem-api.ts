import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  AffordableReward,
  askSchema,
  waitingSchema,
} from '../../../src/features/counter-spending/schemas.ts';
import { read, write } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import type { Redemption } from '../redemptions/api.ts';
import { COUNTER_KEY } from './api.ts';

export type Affordable = AffordableReward;
export type Ask = z.infer<typeof askSchema>;
export type Waiting = z.infer<typeof waitingSchema>;

/**
 * Whether this redemption can't be had any more as it was asked for: sold out, stopped, at another price.
 * A code that is too old is not: it is scanned again.
 */
export function isOver({ status, code }: Pick<Problem, 'status' | 'code'>): boolean {
  const asksCode = code === 'presence-needed' || code === 'member-code-stale';
  return (status === 409 || status === 404) && !asksCode;
}

/** What she can have now, dearest first. */
export const affordableQuery = (memberId: string) =>
  queryOptions({
    queryKey: [...COUNTER_KEY, 'rewards', memberId],
    queryFn: ({ signal }) =>
      read<{ items: Affordable[] }>(`/counter/members/${memberId}/rewards`, {}, signal),
  });

/** Her open vouchers and pick-ups, and what she has to pay here. */
export const waitingQuery = (memberId: string) =>
  queryOptions({
    queryKey: [...COUNTER_KEY, 'waiting', memberId],
    queryFn: ({ signal }) => read<Waiting>(`/counter/members/${memberId}/waiting`, {}, signal),
  });

type Wanted = Pick<Affordable, 'rewardId' | 'priceVersion' | 'pointsEach' | 'cashEachMinor'>;

/** What both sides saw: another price is asked about, never taken. */
const wantedOf = ({ rewardId, priceVersion, pointsEach, cashEachMinor }: Wanted) => ({
  rewardId,
  priceVersion,
  pointsEach,
  cashEachMinor,
  quantity: 1,
});

export type RedeemInput = { memberId: string; reward: Wanted; presence: string };

/** A code scanned anew proves that she is here; what is redeemed is the same, and must not be twice. */
export const sameRedeeming = ({ memberId, reward }: RedeemInput) => ({ memberId, ...wantedOf(reward) });

/** Redeems in her name; `presence` is what her turning code gave. */
export function redeemAtCounter(
  { memberId, reward, presence }: RedeemInput,
  key: string,
): Promise<Redemption> {
  const body = { ...wantedOf(reward), presence };
  return write(`/counter/members/${memberId}/redemptions`, { method: 'POST', body, key });
}

/** Asks her on her own phone, for five minutes. */
export function openAsk(
  { memberId, reward }: { memberId: string; reward: Wanted },
  key: string,
): Promise<Ask> {
  return write('/counter/asks', { method: 'POST', body: { memberId, ...wantedOf(reward) }, key });
}

/** How often her answer is looked for: she stands there. */
const ANSWER_EVERY_MS = 2_000;

/** The ask as it stands, looked at until she has answered. */
export const askQuery = (askId: string) =>
  queryOptions({
    queryKey: [...COUNTER_KEY, 'ask', askId],
    queryFn: ({ signal }) => read<Ask>(`/counter/asks/${askId}`, {}, signal),
    refetchInterval: ({ state: { data } }) =>
      data === undefined || data.state === 'open' || data.state === 'redeeming' ? ANSWER_EVERY_MS : false,
  });

export function withdrawAsk(askId: string, key: string): Promise<Ask> {
  return write(`/counter/asks/${askId}/withdraw`, { method: 'POST', key });
}

type Named = { memberId: string; redemptionId: string };

/** She has it in her hand. */
export function handOver({ memberId, redemptionId }: Named, key: string): Promise<Redemption> {
  return write(`/counter/redemptions/${memberId}/${redemptionId}/hand-over`, { method: 'POST', key });
}
