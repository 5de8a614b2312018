import { queryOptions } from '@tanstack/react-query';
import type { JoinLinkAnswer, JoinLinkListAnswer } from '../../../src/features/join-links/schemas.ts';
import { read, write } from '../api/client.ts';

export type JoinLink = JoinLinkAnswer;

export const JOIN_LINKS_KEY = ['join-links'] as const;

export const joinLinksQuery = queryOptions({
  queryKey: JOIN_LINKS_KEY,
  queryFn: ({ signal }) => read<JoinLinkListAnswer>('/join-links', {}, signal),
});

export function createJoinLink(input: { name: string }, key: string): Promise<JoinLink> {
  return write('/join-links', { method: 'POST', body: input, key });
}

export function archiveJoinLink({ id }: { id: string }, key: string): Promise<{ done: true }> {
  return write(`/join-links/${id}/archive`, { method: 'POST', key });
}
