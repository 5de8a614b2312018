import { infiniteQueryOptions } from '@tanstack/react-query';
import type { LetterList } from '../../../src/features/letters/schemas.ts';
import { read } from '../api/client.ts';

export type Letter = LetterList['items'][number];

export const lettersQuery = (state: Letter['state'] | null) =>
  infiniteQueryOptions({
    queryKey: ['letters', state],
    queryFn: ({ pageParam, signal }) =>
      read<LetterList>('/letters', { ...(state && { state }), cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
