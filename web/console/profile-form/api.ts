import { queryOptions } from '@tanstack/react-query';
import type {
  ChangeProfileFormInput,
  MemberProfileAnswer,
  ProfileFormAnswer,
} from '../../../src/features/profile-form/schemas.ts';
import { read, write } from '../api/client.ts';

export const PROFILE_FORM_KEY = ['profile-form'] as const;

export const profileFormQuery = queryOptions({
  queryKey: PROFILE_FORM_KEY,
  queryFn: ({ signal }) => read<ProfileFormAnswer>('/profile-form', {}, signal),
});

export function changeProfileForm(input: ChangeProfileFormInput, key: string): Promise<ProfileFormAnswer> {
  return write('/profile-form', { method: 'PUT', body: input, key });
}

export const memberProfileQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['member-profile', memberId],
    queryFn: ({ signal }) => read<MemberProfileAnswer>(`/members/${memberId}/profile`, {}, signal),
  });
