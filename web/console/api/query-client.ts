import { QueryClient } from '@tanstack/react-query';
import { isPassing, problemOf } from './problem.ts';

/** Reads are tried again twice where that may help; a refusal is shown at once. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && isPassing(problemOf(error)),
      },
      mutations: { retry: false },
    },
  });
}
