import { queryOptions } from '@tanstack/react-query';
import { read } from '../api/client.ts';

/** One recent event; which members are filled in depends on its type. */
export type RecentEvent = {
  id: string;
  type: string;
  at: string;
  memberId: string;
  memberName: string | null;
  memberNumber: string | null;
  points: number | null;
  redemptionId: string | null;
  cash: { amountMinor: number; currency: string } | null;
};

/** What the shop's first screen says, from the projections: seconds late at most. */
export type Home = {
  toShip: number;
  oldestToShipAt: string | null;
  inFulfilment: number;
  cancelRequests: number;
  refunds: number;
  counterPayments: number;
  vouchersToVerify: number;
  openQuestions: number;
  members: number;
  balancePoints: number;
  earnedPoints: number;
  redeemedPoints: number;
  cashTakenMinor: number;
  cashRefundedMinor: number;
  liveRewards: number;
  hasProgramme: boolean;
  parkedRecords: number;
  recent: RecentEvent[];
};

export const HOME_KEY = ['home'] as const;

export const homeQuery = queryOptions({
  queryKey: HOME_KEY,
  queryFn: ({ signal }) => read<Home>('/home', {}, signal),
  refetchInterval: 15_000,
});
