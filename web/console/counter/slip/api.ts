import { queryOptions } from '@tanstack/react-query';
import { read } from '../../api/client.ts';
import { COUNTER_KEY } from '../api.ts';
import type { CounterGrant } from '../recent.ts';

/** What was done at the counter on a day. */
export type SlipSums = {
  grants: number;
  amountMinor: number;
  points: number;
  undone: number;
  redemptions: number;
  vouchersUsed: number;
  cashTakenMinor: number;
  /** Refunded on that day, of receipts of any day, and undone of earlier days. */
  takenBackMinor: number;
  takenBackPoints: number;
};

/** By one of the staff, or in one of the branches. */
export type SlipOf = SlipSums & { staffId: string; name: string | null };
export type SlipIn = SlipSums & { branchId: string | null; name: string | null };

export type Slip = {
  day: string;
  staff: SlipOf[];
  /** Empty where nobody said in which branch she stood. */
  branches: SlipIn[];
  lines: CounterGrant[];
  /** Lines of that day that are in the sums and not on the list. */
  linesLeftOut: number;
};

/** A clerk is given her own, a manager everybody's; without a day it is the shop's today. */
export const slipQuery = (day: string | undefined) =>
  queryOptions({
    queryKey: [...COUNTER_KEY, 'slip', day ?? 'today'],
    queryFn: ({ signal }) => read<Slip>('/counter/slip', { day }, signal),
  });
