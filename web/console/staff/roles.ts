import type { StaffRole } from '../session/session.ts';

/** Least first: a new colleague is a clerk unless said otherwise. */
export const STAFF_ROLES = ['clerk', 'manager', 'owner'] as const satisfies readonly StaffRole[];

export function isStaffRole(value: string): value is StaffRole {
  return STAFF_ROLES.some((role) => role === value);
}

/** Whom someone may bring in: nobody hands out more than she has, and managers bring in clerks. */
export function rolesToInvite(own: StaffRole): readonly StaffRole[] {
  return own === 'owner' ? STAFF_ROLES : ['clerk'];
}
