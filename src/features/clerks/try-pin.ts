import type { Services } from '../../context.ts';
import type { StaffSession } from '../../http/staff-session.ts';
import { AppError } from '../../lib/app-error.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { isPinOf } from './pin-hash.ts';
import { selectPin } from './pin-queries.ts';
import { countsOfSignIn, forgivePinTry, takePinTry } from './pin-tries.ts';

type Tried = { tenantId: string; userId: string; deviceId: string; pin: string };

/**
 * Tries a PIN for one person on one device, counted before it is looked at. Refuses `pin_wrong` with
 * the tries left, the same where she has no PIN, and `locked` when they are used up.
 */
export async function tryPin(
  services: Pick<Services, 'authDb' | 'clock' | 'config'>,
  { tenantId, userId, deviceId, pin }: Tried,
): Promise<Result<null>> {
  const taken = await takePinTry(services, countsOfSignIn({ tenantId, userId, deviceId }));
  if (!taken.ok) return taken;
  const kept = await selectPin(services.authDb, tenantId, userId);
  if (kept === null || !isPinOf(services.config, { tenantId, userId }, pin, kept))
    return refuse({ code: 'pin_wrong', triesLeft: taken.value.triesLeft });
  await forgivePinTry(services, taken.value);
  return succeed(null);
}

/** The same for whoever the session belongs to, on the device that it began on. */
export async function isOwnPin(
  services: Pick<Services, 'authDb' | 'clock' | 'config'>,
  { session, ...own }: Omit<Tried, 'deviceId'> & { session: StaffSession },
): Promise<Result<null>> {
  if (session.device === null) throw new AppError('unauthenticated');
  return tryPin(services, { ...own, deviceId: session.device.id });
}
