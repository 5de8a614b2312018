import type { Services } from '../../context.ts';
import { findTenant } from '../tenants/find-tenant.ts';
import { deviceTokenHash } from './device-cookie.ts';
import { selectDevice, selectDeviceClerks } from './device-queries.ts';
import { countOfDevice } from './pin-tries.ts';
import type { DeviceAnswer } from './schemas.ts';
import { selectLastTries } from './try-queries.ts';

const MINUTE_MS = 60_000;

/** Whose counter the device stands on and who may sign in there; a device that is none knows nobody. */
export async function getDevice({
  ctx,
  input: { deviceToken },
}: {
  ctx: Services;
  input: { deviceToken: string | null };
}): Promise<DeviceAnswer> {
  const device = deviceToken && (await selectDevice(ctx.authDb, deviceTokenHash(deviceToken)));
  if (!device) return { shopName: null, clerks: [], lockedFor: null };
  const { key, triesMax, windowMs } = countOfDevice(device.id);
  const [shop, clerks, tries] = await Promise.all([
    findTenant({ ctx, input: { tenantId: device.tenantId } }),
    selectDeviceClerks(ctx.authDb, device.id),
    selectLastTries(ctx.authDb, [key]),
  ]);
  const usedUp = tries.find(({ count }) => count >= triesMax);
  const leftMs = usedUp ? usedUp.lastMs + windowMs - ctx.clock.nowMs() : 0;
  return {
    shopName: shop?.name ?? null,
    clerks,
    lockedFor: leftMs > 0 ? Math.ceil(leftMs / MINUTE_MS) : null,
  };
}
