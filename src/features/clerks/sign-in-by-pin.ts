import type { Services } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { deviceTokenHash } from './device-cookie.ts';
import { selectDevice, selectDeviceClerk } from './device-queries.ts';
import type { Joined } from './join-counter.ts';
import { tryPin } from './try-pin.ts';

/**
 * Looks at a clerk's PIN on a device that knows her. Somebody it does not know, of this shop, of another
 * or of none, is `not_found`; a wrong PIN is counted for her, the device and the shop.
 */
export async function signInByPin({
  ctx,
  input: { deviceToken, userId, pin },
}: {
  ctx: Services;
  input: { deviceToken: string | null; userId: string; pin: string };
}): Promise<Result<Joined>> {
  const device = deviceToken && (await selectDevice(ctx.authDb, deviceTokenHash(deviceToken)));
  const clerk = device && (await selectDeviceClerk(ctx.authDb, device.id, userId));
  if (!device || !clerk) return refuse({ code: 'not_found' });
  const { tenantId } = device;
  const tried = await tryPin(ctx, { tenantId, userId, deviceId: device.id, pin });
  return tried.ok ? succeed({ tenantId, userId }) : tried;
}
