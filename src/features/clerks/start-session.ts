import type { Services } from '../../context.ts';
import { randomToken } from '../../lib/hash.ts';
import { newId } from '../../lib/ids.ts';
import { authOf } from '../staff/auth.ts';
import { deviceTokenHash } from './device-cookie.ts';
import { addDevice, occupyDevice, selectDevice } from './device-queries.ts';

const TOKEN_BYTES = 32;

/** What the browser is to keep of a sign-in by PIN. */
export type Started = { deviceToken: string; cookies: string[] };

/**
 * A new session for a clerk whose PIN was right just now, on the device she holds: a device of this shop
 * goes on, any other begins anew. Whoever was signed in on it is out.
 */
export async function startSession(
  services: Services,
  input: { tenantId: string; userId: string; deviceToken: string | null; headers: Headers },
): Promise<Started> {
  const { tenantId, userId, headers } = input;
  const { id: deviceId, token } = await deviceFor(services, tenantId, input.deviceToken);
  const started = await authOf(services).api.startDeviceSession({
    body: { userId },
    headers,
    returnHeaders: true,
  });
  const { sessionId } = started.response;
  await occupyDevice(services.authDb, { deviceId, sessionId, userId, nowMs: services.clock.nowMs() });
  return { deviceToken: token, cookies: started.headers.getSetCookie() };
}

async function deviceFor({ authDb, clock }: Services, tenantId: string, token: string | null) {
  const known = token === null ? null : await selectDevice(authDb, deviceTokenHash(token));
  if (token !== null && known?.tenantId === tenantId) return { id: known.id, token };
  const made = { id: newId('dev'), token: randomToken(TOKEN_BYTES) };
  const tokenHash = deviceTokenHash(made.token);
  await addDevice(authDb, { id: made.id, tenantId, tokenHash, nowMs: clock.nowMs() });
  return made;
}
