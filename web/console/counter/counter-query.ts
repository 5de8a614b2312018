import { queryOptions } from '@tanstack/react-query';
import { read } from '../api/client.ts';
import { problemOf } from '../api/problem.ts';
import { keptSession } from '../session/kept-session.ts';
import { COUNTER_KEY, type Counter } from './api.ts';
import { ownerOf } from './queue/kept-grant.ts';

/** How the counter is set; without a network as it was when this device last saw it, for the same person only. */
export const counterQuery = (owner: string) =>
  queryOptions({
    queryKey: [...COUNTER_KEY, 'settings'],
    async queryFn({ signal }): Promise<Counter> {
      try {
        return await read<Counter>('/counter', {}, signal);
      } catch (error) {
        const kept = problemOf(error).status === 0 ? keptSession() : null;
        if (kept && ownerOf(kept.me) === owner) return kept.counter as Counter;
        throw error;
      }
    },
  });
