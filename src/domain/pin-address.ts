/** Reserved by RFC 2606: no letter reaches it, so nobody can prove an address there. */
const DOMAIN = 'clerk.invalid';

/** Sign-in wants an address of everybody; whoever joined by a link alone gets one that is none. */
export function pinOnlyAddress(userId: string): string {
  return `${userId.toLowerCase()}@${DOMAIN}`;
}

/** The same for a `like` of SQL. */
export const PIN_ONLY_PATTERN = `%@${DOMAIN}`;

/** Whether somebody has no address of her own: her PIN is all that she signs in with. */
export function isPinOnlyAddress(email: string): boolean {
  return email.trim().toLowerCase().endsWith(`@${DOMAIN}`);
}
