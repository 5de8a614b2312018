import { queryOptions } from '@tanstack/react-query';
import { read } from '../../api/client.ts';
import { COUNTER_KEY } from '../api.ts';
import type { CounterGrant } from '../recent.ts';

/** What one of the staff did at the counter on a day. */
export type SlipOf = {
  staffId: string;
  name: string | null;
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

export type Slip = {
  day: string;
  staff: SlipOf[];
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
