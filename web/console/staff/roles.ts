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

type Reader = { user: { id: string }; role: StaffRole | null };
type Colleague = { userId: string; email: string | null; role: StaffRole };

/**
 * What the reader may change of somebody: owners everything of everybody else, managers what belongs to
 * clerks. Whoever came by a link stays a clerk: more rights need an address.
 */
export function mayChange(me: Reader, { userId, email, role }: Colleague) {
  const isOther = userId !== me.user.id;
  const isOwner = me.role === 'owner';
  const isClerk = role === 'clerk';
  return {
    role: isOther && isOwner && email !== null,
    pin: isOther && isClerk && email === null && me.role !== 'clerk',
    remove: isOther && (isOwner || (isClerk && me.role === 'manager')),
  };
}
