import type { Services } from '../../context.ts';
import { LOCK_AFTER_MS } from '../../domain/counter-pin.ts';
import type { StaffSession } from '../../http/staff-session.ts';
import { deviceTokenHash } from './device-cookie.ts';
import { selectDeviceSession, touchDeviceSession } from './device-queries.ts';

/** She is noted as there so often at most: a write for each request would be one too many. */
const NOTED_EVERY_MS = 15_000;

type Asked = { sessionId: string; token: string | null; isByHand: boolean };

/**
 * The device that a PIN began this session on and whether it waits for the PIN again; null for a session
 * of a password, `elsewhere` where the request does not come from that device. A request that a person
 * made keeps it open: what a page asks by itself does not.
 */
export async function deviceOf(
  { authDb, clock, defer }: Pick<Services, 'authDb' | 'clock' | 'defer'>,
  { sessionId, token, isByHand }: Asked,
): Promise<StaffSession['device'] | 'elsewhere'> {
  const row = await selectDeviceSession(authDb, sessionId);
  if (!row) return null;
  if (token === null || deviceTokenHash(token) !== row.tokenHash) return 'elsewhere';
  const nowMs = clock.nowMs();
  const idleMs = nowMs - row.seenAt.getTime();
  const isLocked = row.isLocked || idleMs >= LOCK_AFTER_MS;
  if (!isLocked && isByHand && idleMs >= NOTED_EVERY_MS)
    defer(touchDeviceSession(authDb, { sessionId, nowMs, sinceMs: nowMs - LOCK_AFTER_MS }));
  return { id: row.id, isLocked };
}
