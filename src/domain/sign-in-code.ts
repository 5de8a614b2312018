/** A code lives this long and opens once. */
export const CODE_MINUTES = 10;
/** Tries that one code takes, the right one included. */
export const TRIES_MAX = 5;
/** After a code is tried out the address waits, so that guessing all million takes centuries. */
export const LOCK_MINUTES = 15;
/** A letter needs a moment: asking again sooner would only send a second one. */
export const RESEND_SECONDS = 30;
export const CODES_PER_HOUR_MAX = 6;
/** Of one shop, over all addresses: text messages cost money and attract those who are paid for them. */
export const SHOP_CODES_PER_HOUR_MAX = { sms: 300, email: 3000 };

const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** The newest code of an address, as stored. */
export type StoredCode = {
  attempts: number;
  usedAtMs: number | null;
  createdAtMs: number;
  expiresAtMs: number;
};

/** What was sent lately to the address, newest first, and how many codes the whole shop sent. */
export type RecentCodes = { own: StoredCode[]; shopCount: number };

export type RequestRefusal =
  | { code: 'locked'; minutes: number }
  | { code: 'too_many_requests'; seconds: number; onItsWay: boolean };

/** Whether another code may be sent now; the first reason against it otherwise. */
export function mayRequestCode(
  recent: RecentCodes,
  channel: 'sms' | 'email',
  nowMs: number,
): RequestRefusal | null {
  const lock = lockOf(recent.own, nowMs);
  if (lock) return lock;
  const newest = recent.own[0];
  const waitMs = newest ? newest.createdAtMs + RESEND_SECONDS * 1000 - nowMs : 0;
  // A code that was used does not stand in the way of the next sign-in.
  if (newest && newest.usedAtMs === null && waitMs > 0) return tooSoon(waitMs, true);
  const oldest = recent.own[CODES_PER_HOUR_MAX - 1];
  if (oldest) return tooSoon(oldest.createdAtMs + HOUR_MS - nowMs, false);
  return recent.shopCount >= SHOP_CODES_PER_HOUR_MAX[channel] ? tooSoon(HOUR_MS, false) : null;
}

/** The wait that a tried-out code left behind, or null. */
export function lockOf(own: StoredCode[], nowMs: number): { code: 'locked'; minutes: number } | null {
  const triedOut = own.find((code) => code.usedAtMs === null && code.attempts >= TRIES_MAX);
  const leftMs = triedOut ? triedOut.createdAtMs + LOCK_MINUTES * MINUTE_MS - nowMs : 0;
  return leftMs > 0 ? { code: 'locked', minutes: Math.ceil(leftMs / MINUTE_MS) } : null;
}

/** `onItsWay`: a code was sent just now, so the next step is to type it. */
function tooSoon(waitMs: number, onItsWay: boolean): RequestRefusal {
  return { code: 'too_many_requests', seconds: Math.max(1, Math.ceil(waitMs / 1000)), onItsWay };
}
