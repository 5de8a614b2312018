/** For so long an answer of Stripe's serves whoever merely asks. */
const ANSWER_SERVES_MS = 3_000;

/**
 * When somebody who asks may have Stripe looked at: at once, or when the last one who asked is long enough
 * ago. The platform has one key for all shops, and a press costs four requests of it; what Stripe itself
 * tells of is looked at always. `lastAskedAtMs` is when a look was last made for who asked, or null.
 */
export function askedLookAtMs(lastAskedAtMs: number | null, nowMs: number): number {
  if (lastAskedAtMs === null || lastAskedAtMs > nowMs) return nowMs;
  return Math.max(nowMs, lastAskedAtMs + ANSWER_SERVES_MS);
}
