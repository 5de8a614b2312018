import type { StaffRole } from '../context.ts';

/**
 * A signed-in person of the console; `membership` is her part in the shop that the session is on, `email`
 * null for whoever joined by a link alone.
 */
export type StaffSession = {
  sessionId: string;
  user: { id: string; name: string; email: string | null; emailVerified: boolean };
  membership: { tenantId: string; role: StaffRole } | null;
  /** Joined by a link, without an address of her own: a PIN is all that she signs in with. */
  isPinOnly: boolean;
  /** Where a PIN began it; null: a password did, and nothing locks it. */
  device: { id: string; isLocked: boolean } | null;
};
