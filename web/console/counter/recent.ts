import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../api/client.ts';
import { COUNTER_KEY } from './api.ts';

type Person = { staffId: string; name: string | null };

/** A grant as the counter lists it. */
export type CounterGrant = {
  grantId: string;
  memberId: string;
  memberName: string;
  staffId: string;
  staffName: string | null;
  /** Where it was given, as the branch was called then. */
  branch: string | null;
  amountMinor: number;
  points: number;
  at: string;
  receipt: string | null;
  note: string | null;
  approvedBy: Person | null;
  undone: (Person & { at: string; reason: string | null }) | null;
  /** Until when whoever asks may undo it alone; null: no more, or not by her. */
  undoUntil: string | null;
};

/** The clerk's own last twenty of today. */
export const recentGrantsQuery = queryOptions({
  queryKey: [...COUNTER_KEY, 'grants', 'mine'],
  queryFn: ({ signal }) => read<{ items: CounterGrant[] }>('/counter/grants', { mine: 1 }, signal),
});

export function undoGrant({ grantId, reason }: { grantId: string; reason?: string }, key: string) {
  return write<unknown>(`/counter/grants/${grantId}/undo`, {
    method: 'POST',
    body: reason === undefined ? {} : { reason },
    key,
  });
}

/** Whether whoever looks at it can still take it back alone. */
export function isUndoable(
  { undone, undoUntil }: Pick<CounterGrant, 'undone' | 'undoUntil'>,
  nowMs: number,
): boolean {
  return undone === null && undoUntil !== null && Date.parse(undoUntil) > nowMs;
}
