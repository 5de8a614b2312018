import { infiniteQueryOptions } from '@tanstack/react-query';
import type { LocalizedText } from '../../../src/domain/locale.ts';
import { read } from '../api/client.ts';

export type AuditLine = {
  id: string;
  at: string;
  actorKind: string;
  actorName: string | null;
  action: string;
  target: string | null;
  subject: AuditSubject | null;
  /** Whose PIN let it pass, where it took somebody else's. */
  approvedBy: string | null;
  /** Figures of what was done, by action. */
  detail: Record<string, unknown>;
};

/** What a line is about; `text` is what has no page of its own. */
export type AuditSubject =
  | { kind: 'member'; id: string; name: string | null }
  | { kind: 'reward'; id: string; names: LocalizedText }
  | { kind: 'redemption'; id: string; memberId: string | null; memberName: string | null }
  | { kind: 'text'; text: string };

export type AuditLogPage = { items: AuditLine[]; nextCursor: string | null };

export const auditLogQuery = infiniteQueryOptions({
  queryKey: ['audit-log'],
  queryFn: ({ pageParam, signal }) => read<AuditLogPage>('/audit-log', { cursor: pageParam }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});
