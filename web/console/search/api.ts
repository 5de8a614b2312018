import { queryOptions } from '@tanstack/react-query';
import { read } from '../api/client.ts';
import type { MemberList } from '../members/api.ts';
import type { RedemptionList } from '../redemptions/api.ts';

const FOUND_MAX = 5;

export const foundMembersQuery = (search: string) =>
  queryOptions({
    queryKey: ['search', 'members', search],
    queryFn: ({ signal }) => read<MemberList>('/members', { search, limit: FOUND_MAX }, signal),
  });

export const foundRedemptionsQuery = (search: string) =>
  queryOptions({
    queryKey: ['search', 'redemptions', search],
    queryFn: ({ signal }) => read<RedemptionList>('/redemptions', { search, limit: FOUND_MAX }, signal),
  });
