import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../api/client.ts';
import type { StaffRole } from '../session/session.ts';

/** `email` is null for a clerk who joined by a link. */
export type StaffMember = {
  userId: string;
  name: string;
  email: string | null;
  role: StaffRole;
  hasPin: boolean;
};
/** A link that waits for a clerk; `forName` where it gives one who is there a new PIN. */
export type ClerkLink = {
  id: string;
  url: string;
  expiresAt: string;
  userId: string | null;
  forName: string | null;
};
export type Invitation = { id: string; email: string; role: StaffRole; expiresAt: string };
/** What a sheet shows of a link. */
export type ShownLink = Pick<ClerkLink, 'url' | 'expiresAt' | 'forName'>;
type MadeLink = Pick<ClerkLink, 'id' | 'url' | 'expiresAt'>;
export type Staff = { members: StaffMember[]; invitations: Invitation[]; links: ClerkLink[] };

export const STAFF_KEY = ['staff'] as const;

export const staffQuery = queryOptions({
  queryKey: STAFF_KEY,
  queryFn: ({ signal }) => read<Staff>('/staff', {}, signal),
});

export function inviteStaff(input: { email: string; role: StaffRole }, key: string): Promise<unknown> {
  return write('/staff/invitations', { method: 'POST', body: input, key });
}

export function withdrawInvitation({ id }: { id: string }, key: string): Promise<unknown> {
  return write(`/staff/invitations/${id}/cancel`, { method: 'POST', key });
}

export function makeClerkLink(_input: Record<string, never>, key: string): Promise<MadeLink> {
  return write('/staff/clerk-links', { method: 'POST', key });
}

export function withdrawClerkLink({ id }: { id: string }, key: string): Promise<unknown> {
  return write(`/staff/clerk-links/${id}/withdraw`, { method: 'POST', key });
}

/** Ends a clerk's PIN and her sessions; the link gives her a new one. */
export function resetPin({ userId }: { userId: string }, key: string): Promise<MadeLink> {
  return write(`/staff/${userId}/pin-link`, { method: 'POST', key });
}

export function changeRole(
  { userId, role }: { userId: string; role: StaffRole },
  key: string,
): Promise<unknown> {
  return write(`/staff/${userId}`, { method: 'PATCH', body: { role }, key });
}

export function removeStaff({ userId }: { userId: string }, key: string): Promise<unknown> {
  return write(`/staff/${userId}/remove`, { method: 'POST', key });
}

export function acceptInvitation({ id }: { id: string }, key: string): Promise<unknown> {
  return write(`/staff/invitations/${id}/accept`, { method: 'POST', key });
}
