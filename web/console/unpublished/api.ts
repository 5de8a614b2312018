import { queryOptions } from '@tanstack/react-query';
import type { UnpublishedAnswer } from '../../../src/features/home/schemas.ts';
import { read } from '../api/client.ts';

export const UNPUBLISHED_KEY = ['unpublished'] as const;

export const unpublishedQuery = queryOptions({
  queryKey: UNPUBLISHED_KEY,
  queryFn: ({ signal }) => read<UnpublishedAnswer>('/unpublished', {}, signal),
  staleTime: 60_000,
});
