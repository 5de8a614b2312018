import type { Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { namesShop, planClosing, reopenUntilMs, shopPhase } from '../../domain/shop-closing.ts';
import { asJson } from '../../lib/as-json.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { publishMall } from '../publication/publish-mall.ts';
import { refuseChangedClosing, setClosing } from './closing-queries.ts';
import { tenantOf } from './find-tenant.ts';
import { selectTenant, type TenantRow } from './queries.ts';
import type { CloseTenantInput } from './schemas.ts';

/**
 * Has the shop close, at once or after some days of notice. Nothing is deleted and no point is touched:
 * the mall, which has the date in its snapshot, ends by the clock. Refused `changed_elsewhere` where a
 * closing stands already: that one is taken back first.
 */
export async function closeTenant({
  ctx,
  input: { key, typed, days, stopsEarning },
}: {
  ctx: Context;
  input: CloseTenantInput & { key: string };
}): Promise<Result<TenantRow>> {
  if (!namesShop(ctx.tenant, typed)) {
    return refuse({ code: 'invalid_input', field: 'typed', reason: 'another_name' });
  }
  const { timeZone } = ctx.tenant;
  const closing = planClosing({ nowMs: ctx.clock.nowMs(), timeZone, days, stopsEarning });
  const saved = await runOnce({
    ctx,
    key,
    operation: 'tenant.close',
    input: asJson({ days, stopsEarning }),
    statements: [
      refuseChangedClosing(ctx, null),
      setClosing(ctx, closing, closing.askedAtMs),
      addAuditRow(ctx, 'tenant.close', ctx.tenant.id, { days }),
    ],
    value: null,
    status: 200,
    refusalOf: ({ kind }) => (kind === 'guard' ? { code: 'changed_elsewhere' } : null),
  });
  return saved.ok ? publishAsItStands(ctx) : saved;
}

/**
 * Takes a closing back: before its date it never happened, and for 90 days after it the shop is again
 * what it was. A shop that does not close stays as it is.
 */
export async function reopenTenant({
  ctx,
  input: { key },
}: {
  ctx: Context;
  input: { key: string };
}): Promise<Result<TenantRow>> {
  const { closing } = ctx.tenant;
  if (!closing) return publishAsItStands(ctx);
  const nowMs = ctx.clock.nowMs();
  if (nowMs >= reopenUntilMs(closing)) {
    return refuse({ code: 'shop_closed', closedAtMs: closing.closesAtMs });
  }
  const action = shopPhase(ctx.tenant, nowMs) === 'closed' ? 'tenant.reopen' : 'tenant.take_back';
  const saved = await runOnce({
    ctx,
    key,
    operation: 'tenant.reopen',
    input: null,
    statements: [
      refuseChangedClosing(ctx, closing),
      setClosing(ctx, null, nowMs),
      addAuditRow(ctx, action, ctx.tenant.id),
    ],
    value: null,
    status: 200,
    refusalOf: ({ kind }) => (kind === 'guard' ? { code: 'changed_elsewhere' } : null),
  });
  return saved.ok ? publishAsItStands(ctx) : saved;
}

/** Also for a request that is sent again: the edge may not have heard of the first. */
async function publishAsItStands(ctx: Context): Promise<Result<TenantRow>> {
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [selectTenant(ctx.db, ctx.tenant.id)]);
  if (!row) return refuse({ code: 'not_found' });
  await publishMall({ ctx: { ...ctx, tenant: tenantOf(row) } });
  return succeed(row);
}
