/** Whom this tab was drawn for, of which shop; null before anybody is known. */
let seen: string | null = null;

type Seen = { user: { id: string }; tenant: { id: string } | null };

export const seenSession = (): string | null => seen;

/** After an own act that brings the tab to another shop. */
export function forgetSeen(): void {
  seen = null;
}

/**
 * Notes who is signed in. False where that is not whom the tab was drawn for: another tab of the browser
 * has signed in somebody else, or the same person to another shop, and what stands here is not theirs.
 */
export function isSeenAs(me: Seen | null): boolean {
  const now = me?.tenant ? `${me.user.id} ${me.tenant.id}` : null;
  if (seen !== null && now !== null && seen !== now) return false;
  seen = now ?? seen;
  return true;
}
