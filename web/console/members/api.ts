import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { FreezeReason } from '../../../src/domain/ledger/freeze.ts';
import type {
  AdjustPointsInput,
  entryListSchema,
  MemberAnswer,
  memberListSchema,
  memberOverviewSchema,
  timelineSchema,
  UpdateMemberInput,
} from '../../../src/features/members/schemas.ts';
import type {
  RecordedPurchase,
  RefundAnswer,
  RefundQuoteAnswer,
} from '../../../src/features/orders/schemas.ts';
import { read, write, writeNew } from '../api/client.ts';
import type { MemberSort } from './search.ts';

export type MemberList = z.infer<typeof memberListSchema>;
export type MemberOverview = z.infer<typeof memberOverviewSchema>;
export type EntryList = z.infer<typeof entryListSchema>;
export type Entry = EntryList['items'][number];
export type Member = MemberAnswer;

export const MEMBERS_KEY = ['members'] as const;

export const memberListQuery = (search: string, sort: MemberSort, direction: 'asc' | 'desc') =>
  infiniteQueryOptions({
    queryKey: [...MEMBERS_KEY, 'list', search, sort, direction],
    queryFn: ({ pageParam, signal }) =>
      read<MemberList>('/members', { search, sort, direction, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const memberQuery = (memberId: string) =>
  queryOptions({
    queryKey: [...MEMBERS_KEY, memberId],
    queryFn: ({ signal }) => read<MemberOverview>(`/members/${memberId}`, {}, signal),
  });

export type Timeline = z.infer<typeof timelineSchema>;
export type TimelineItem = Timeline['items'][number];

export const timelineQuery = (memberId: string) =>
  infiniteQueryOptions({
    queryKey: [...MEMBERS_KEY, memberId, 'timeline'],
    queryFn: ({ pageParam, signal }) =>
      read<Timeline>(`/members/${memberId}/timeline`, { cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export type Freeze = { memberId: string; freezes: boolean; reason: FreezeReason; note: string | null };

export function freezeMember({ memberId, ...body }: Freeze, key: string): Promise<unknown> {
  return write(`/members/${memberId}/freeze`, { method: 'POST', body, key });
}

export const entriesQuery = (memberId: string) =>
  infiniteQueryOptions({
    queryKey: [...MEMBERS_KEY, memberId, 'entries'],
    queryFn: ({ pageParam, signal }) =>
      read<EntryList>(`/members/${memberId}/entries`, { cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export type NewMember = { phone: string | null; email: string | null; displayName: string | null };

/** `isNew` is false for somebody who was a member already. */
export function addMember(member: NewMember, key: string): Promise<{ value: Member; isNew: boolean }> {
  return writeNew('/members', { method: 'POST', body: member, key });
}

export type Purchase = {
  memberId: string;
  lines: { amountMinor: number; category: string | null }[];
  receipt: string | null;
};

export function recordPurchase({ memberId, ...body }: Purchase, key: string): Promise<RecordedPurchase> {
  return write(`/members/${memberId}/purchases`, { method: 'POST', body, key });
}

/** What is left out stays. */
export type MemberChange = UpdateMemberInput;

export function changeMember({ memberId, ...body }: MemberChange, key: string): Promise<Member> {
  return write(`/members/${memberId}`, { method: 'PATCH', body, key });
}

export type RefundOf = { memberId: string; channel: string; orderId: string };
export type RefundLine = { lineId: string; amountMinor: number };

/** What is left of a purchase, and what the refund of these lines would take; reads, by a body. */
export const refundQuoteQuery = ({ memberId, ...order }: RefundOf, lines: RefundLine[]) =>
  queryOptions({
    queryKey: [...MEMBERS_KEY, memberId, 'refund', order, lines],
    queryFn: () =>
      write<RefundQuoteAnswer>(`/members/${memberId}/refunds/quote`, {
        method: 'POST',
        body: { ...order, lines },
        key: crypto.randomUUID(),
      }),
    staleTime: 0,
  });

export function refundPurchase(
  { memberId, ...body }: RefundOf & { lines: RefundLine[] },
  key: string,
): Promise<RefundAnswer> {
  return write(`/members/${memberId}/refunds`, { method: 'POST', body, key });
}

/** A PIN typed anew lets the same adjustment pass, and must not make it two. */
export const sameAdjustment = ({ approvalPin: _, ...input }: AdjustPointsInput) => input;

export function adjustPoints({ memberId, ...body }: AdjustPointsInput, key: string): Promise<unknown> {
  return write(`/members/${memberId}/adjustments`, { method: 'POST', body, key });
}

/** The one member with exactly this phone, e-mail or 8-digit number. */
export function findMember(text: string): Promise<{ id: string }> {
  return read('/members/find', { q: text });
}
