import type { Context, Services, Tenant } from '../../context.ts';
import type { OverdueOrder } from '../../db/directory.ts';
import { failureFields } from '../../lib/log.ts';
import { findTenant } from '../tenants/find-tenant.ts';
import { creditWaiting, isOwned } from './credit-claim.ts';
import { postponeCredit, selectClaim } from './queries.ts';

const AFTER_FAULT_MS = 10 * 60_000;
/** What an account refuses it will refuse again until someone has looked. */
const AFTER_REFUSAL_MS = 24 * 3_600_000;
const AT_ONCE = 10;

export type CreditFigures = { found: number; credited: number; failed: number };

/**
 * Credits orders of every shop that a crash left between their claim and their member's account,
 * `limit` at most, the longest overdue first. One that fails is put back behind the others.
 */
export async function creditOverdueOrders({
  ctx,
  input: { enter, limit },
}: {
  ctx: Services;
  input: { enter(tenant: Tenant): Context; limit: number };
}): Promise<CreditFigures> {
  const orders = await ctx.directory.overdueOrders({ byMs: ctx.clock.nowMs(), limit });
  const shops = new Map<string, Promise<Context | null>>();
  const shopOf = (tenantId: string) => {
    const known = shops.get(tenantId) ?? enterShop(ctx, tenantId, enter);
    shops.set(tenantId, known);
    return known;
  };
  const figures: CreditFigures = { found: orders.length, credited: 0, failed: 0 };
  for (let start = 0; start < orders.length; start += AT_ONCE) {
    const slice = orders.slice(start, start + AT_ONCE);
    const credited = await Promise.all(slice.map((order) => tryCredit(ctx, order, shopOf)));
    figures.credited += credited.filter(Boolean).length;
    figures.failed += credited.filter((each) => !each).length;
  }
  return figures;
}

async function enterShop(ctx: Services, tenantId: string, enter: (tenant: Tenant) => Context) {
  const tenant = await findTenant({ ctx, input: { tenantId } });
  return tenant && enter(tenant);
}

async function tryCredit(
  { log }: Services,
  order: OverdueOrder,
  shopOf: (tenantId: string) => Promise<Context | null>,
): Promise<boolean> {
  const { tenantId } = order;
  try {
    const ctx = await shopOf(tenantId);
    if (!ctx) throw new Error('an order of a shop that is not there');
    return await credit(ctx, order);
  } catch (failure) {
    log.error('overdue order not credited', { tenantId, ...failureFields(failure) });
    return false;
  }
}

async function credit(ctx: Context, order: OverdueOrder): Promise<boolean> {
  const postpone = (durationMs: number) =>
    ctx.db.batch(ctx.tenant.id, [postponeCredit(ctx, order, ctx.clock.nowMs() + durationMs)]);
  const [[claim]] = await ctx.db.batch(ctx.tenant.id, [selectClaim(ctx, order)]);
  if (!claim || !isOwned(claim)) return true;
  try {
    const refusal = await creditWaiting(ctx, claim);
    if (refusal !== null) await postpone(AFTER_REFUSAL_MS);
    return refusal === null;
  } catch (failure) {
    await postpone(AFTER_FAULT_MS);
    throw failure;
  }
}
