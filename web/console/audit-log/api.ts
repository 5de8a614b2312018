import { infiniteQueryOptions } from '@tanstack/react-query';
import { read } from '../api/client.ts';

export type AuditLine = {
  id: string;
  at: string;
  actorKind: string;
  actorName: string | null;
  action: string;
  target: string | null;
};

export type AuditLogPage = { items: AuditLine[]; nextCursor: string | null };

export const auditLogQuery = infiniteQueryOptions({
  queryKey: ['audit-log'],
  queryFn: ({ pageParam, signal }) => read<AuditLogPage>('/audit-log', { cursor: pageParam }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});
