import type { StaffRole } from '../context.ts';

/** A signed-in person of the console; `membership` is her part in the shop that the session is on. */
export type StaffSession = {
  sessionId: string;
  user: { id: string; name: string; email: string; emailVerified: boolean };
  membership: { tenantId: string; role: StaffRole } | null;
};
