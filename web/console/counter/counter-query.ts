import { queryOptions } from '@tanstack/react-query';
import { read } from '../api/client.ts';
import { problemOf } from '../api/problem.ts';
import { keptSession, runningBuild } from '../session/kept-session.ts';
import { COUNTER_KEY, type Counter } from './api.ts';
import { ownerOf } from './queue/kept-grant.ts';

/**
 * How the counter is set. It stands at once as this device last saw it for the same person, the server's answer
 * takes its place, and without a network it stays.
 */
export const counterQuery = (owner: string) => {
  const lately = () => {
    const kept = keptSession();
    return kept && ownerOf(kept.me) === owner ? kept : null;
  };
  return queryOptions({
    queryKey: [...COUNTER_KEY, 'settings', owner],
    async queryFn({ signal }): Promise<Counter> {
      try {
        return await read<Counter>('/counter', {}, signal);
      } catch (error) {
        const kept = problemOf(error).status === 0 ? lately() : null;
        if (kept) return kept.counter as Counter;
        throw error;
      }
    },
    placeholderData: () => {
      const kept = lately();
      return kept?.build === runningBuild() ? (kept.counter as Counter) : undefined;
    },
  });
};
