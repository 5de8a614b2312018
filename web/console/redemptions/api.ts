import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { RedemptionAnswer, redemptionListSchema } from '../../../src/features/redemptions/schemas.ts';
import { read, write } from '../api/client.ts';

export type Redemption = RedemptionAnswer;
export type RedemptionList = z.infer<typeof redemptionListSchema>;
export type ListedRedemption = RedemptionList['items'][number];

/** History reaches the list about a second after the member's tap; an open list brings it by itself. */
const REFRESH_MS = 8_000;

export const REDEMPTIONS_KEY = ['redemptions'] as const;

export type RedemptionFilter = { state?: string; memberId?: string; search?: string };

export const redemptionListQuery = (filter: RedemptionFilter) =>
  infiniteQueryOptions({
    queryKey: [...REDEMPTIONS_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      read<RedemptionList>('/redemptions', { ...filter, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: REFRESH_MS,
  });

export const redemptionQuery = (memberId: string, redemptionId: string) =>
  queryOptions({
    queryKey: [...REDEMPTIONS_KEY, redemptionId],
    queryFn: ({ signal }) => read<Redemption>(`/redemptions/${memberId}/${redemptionId}`, {}, signal),
  });

export type RedemptionStep =
  | { step: 'prepare' }
  | { step: 'ship'; carrier: string; trackingNumber: string }
  | { step: 'correct-parcel'; carrier: string; trackingNumber: string }
  | { step: 'hand-over' }
  | { step: 'receive' }
  | { step: 'cancel'; reason: string | null; cashBackMinor: number }
  | { step: 'answer-cancel'; accept: boolean; reason: string | null };

/** What staff do about the cash of a redemption. */
export type PaymentStep =
  | { step: 'look-at-payment' }
  | { step: 'take-cash'; receipt: string | null }
  | { step: 'refund'; amountMinor: number }
  | { step: 'retry-refund'; refundKey: string }
  | { step: 'paid-back-outside'; refundKey: string; reason: string }
  | { step: 'hand-back-cash'; refundKey: string };

export type PaymentStepInput = { memberId: string; redemptionId: string } & PaymentStep;

export function takePaymentStep(
  { memberId, redemptionId, step, ...body }: PaymentStepInput,
  key: string,
): Promise<Redemption> {
  return write(`/redemptions/${memberId}/${redemptionId}/${step}`, { method: 'POST', body, key });
}

export type StepInput = { memberId: string; redemptionId: string } & RedemptionStep;

export function takeStep(
  { memberId, redemptionId, step, ...body }: StepInput,
  key: string,
): Promise<Redemption> {
  return write(`/redemptions/${memberId}/${redemptionId}/${step}`, { method: 'POST', body, key });
}
