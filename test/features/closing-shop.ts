import type { Context } from '../../src/context.ts';
import { closeTenant, reopenTenant } from '../../src/features/tenants/close-tenant.ts';
import { findTenant } from '../../src/features/tenants/find-tenant.ts';
import type { CloseTenantInput } from '../../src/features/tenants/schemas.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { newKey, type Shop } from './world.ts';

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;
export const pass = (ms: number) => setClockOffsetMs(clockOffsetMs() + ms);

/** As the next request knows the shop. */
export async function now(ctx: Context): Promise<Context> {
  const tenant = await findTenant({ ctx, input: { tenantId: ctx.tenant.id } });
  return tenant ? { ...ctx, tenant } : ctx;
}

/** Closed at once, unless told otherwise. */
export async function close(
  shop: Pick<Shop, 'owner' | 'tenant'>,
  given: Partial<CloseTenantInput & { key: string }> = {},
) {
  const input = { typed: shop.tenant.slug, days: 0 as const, stopsEarning: false, key: newKey(), ...given };
  return closeTenant({ ctx: await now(shop.owner), input });
}

export const reopen = async (shop: Shop) =>
  reopenTenant({ ctx: await now(shop.owner), input: { key: newKey() } });
