import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  parcelRowListSchema,
  preparedListSchema,
  RedemptionAnswer,
  redemptionRowListSchema,
  trailSchema,
} from '../../../src/features/redemptions/schemas.ts';
import { read, write } from '../api/client.ts';

export type Redemption = RedemptionAnswer;
export type RedemptionList = z.infer<typeof redemptionRowListSchema>;
export type ListedRedemption = RedemptionList['items'][number];

/** History reaches the list about a second after the member's tap; an open list brings it by itself. */
const REFRESH_MS = 8_000;

export const REDEMPTIONS_KEY = ['redemptions'] as const;

export type RedemptionFilter = {
  state?: string;
  memberId?: string;
  search?: string;
  order?: 'newest' | 'oldest';
};

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
  | { step: 'ready' }
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

export type Trail = z.infer<typeof trailSchema>;

/** What a redemption left in the books and in the member's post. */
export const trailQuery = (memberId: string, redemptionId: string, version: number) =>
  queryOptions({
    queryKey: [...REDEMPTIONS_KEY, redemptionId, 'trail', version],
    queryFn: ({ signal }) => read<Trail>(`/redemptions/${memberId}/${redemptionId}/trail`, {}, signal),
  });

/** Everything that is to be sent, oldest first, for a list that leaves the console. */
export async function readAllToShip(): Promise<ListedRedemption[]> {
  const all: ListedRedemption[] = [];
  let cursor: string | null = null;
  do {
    const page: RedemptionList = await read('/redemptions', {
      state: 'to_ship',
      order: 'oldest',
      limit: 100,
      cursor,
    });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && all.length < TO_SHIP_MAX);
  return all;
}

/** More than anybody packs in a day. */
const TO_SHIP_MAX = 2_000;

export type Prepared = z.infer<typeof preparedListSchema>;

/** Packing begins for all of them, each by itself. */
export function prepareMany(
  redemptions: { memberId: string; redemptionId: string }[],
  key: string,
): Promise<Prepared> {
  return write('/redemptions/prepare', { method: 'POST', body: { redemptions }, key });
}

export type ParcelAnswers = z.infer<typeof parcelRowListSchema>;

/** Rows of a list of parcels: looked at, or sent off. */
export function sendParcels(
  input: { rows: { number: string; carrier: string; trackingNumber: string }[]; dryRun: boolean },
  key: string,
): Promise<ParcelAnswers> {
  return write('/redemptions/parcels', { method: 'POST', body: input, key });
}
