import { MutationCache, QueryClient } from '@tanstack/react-query';
import { UNPUBLISHED_KEY } from '../unpublished/api.ts';
import { isPassing, type Problem, problemOf } from './problem.ts';

/**
 * Reads are tried again twice where that may help; a refusal is shown at once. Nothing waits for a
 * network: a write that did would be sent after whoever pressed the button had given up.
 */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    // Whatever was written may have changed what waits to be published: the bar over every page asks again.
    mutationCache: new MutationCache({
      onSuccess: () => client.invalidateQueries({ queryKey: UNPUBLISHED_KEY }),
    }),
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
  return client;
}

function mayHelpAtOnce(problem: Problem): boolean {
  return isPassing(problem) && problem.code !== 'offline';
}
