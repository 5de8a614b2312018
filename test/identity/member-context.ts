import { env } from 'cloudflare:workers';
import type { Context } from '../../src/context.ts';
import { findTenant } from '../../src/features/tenants/find-tenant.ts';
import { contextOf } from '../../src/http/services.ts';
import { owner } from './merchant.ts';
import { services } from './services.ts';

/** An open shop of its own with a visitor at its door, and a clock that this test alone moves. */
export async function visitorOfNewShop(changed: Partial<Context> = {}) {
  const shop = await owner();
  const tenant = await findTenant({ ctx: services(), input: { tenantId: shop.tenantId } });
  if (!tenant) throw new Error('the shop is missing');
  let aheadMs = 0;
  const clock = { nowMs: () => Date.now() + aheadMs };
  const ctx: Context = {
    ...contextOf(env, { ...services(), clock }, tenant, { kind: 'visitor' }),
    ...changed,
  };
  return {
    ctx,
    shop,
    wait(seconds: number) {
      aheadMs += seconds * 1000;
    },
  };
}
