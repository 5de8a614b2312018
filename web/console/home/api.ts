import { queryOptions } from '@tanstack/react-query';
import type { FigurePeriod } from '../../../src/domain/figures/period.ts';
import type { FiguresAnswer } from '../../../src/features/home/schemas.ts';
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
  missingPoints: number;
  nearlyGone: number;
  members: number;
  isDemo: boolean;
  balancePoints: number;
  marginPercent: number | null;
  audit: { at: string; findings: number } | null;
  dataUntil: string | null;
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

/** Of a whole day at least: what came in a minute ago may wait as long. */
export const figuresQuery = (period: FigurePeriod) =>
  queryOptions({
    queryKey: [...HOME_KEY, 'figures', period],
    queryFn: ({ signal }) => read<FiguresAnswer>('/home/figures', { period }, signal),
    refetchInterval: 60_000,
  });
