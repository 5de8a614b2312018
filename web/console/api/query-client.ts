import { QueryClient } from '@tanstack/react-query';
import { isPassing, type Problem, problemOf } from './problem.ts';

/**
 * Reads are tried again twice where that may help; a refusal is shown at once. Nothing waits for a
 * network: a write that did would be sent after whoever pressed the button had given up.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, error) => failures < 2 && mayHelpAtOnce(problemOf(error)),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

function mayHelpAtOnce(problem: Problem): boolean {
  return isPassing(problem) && problem.code !== 'offline';
}
