import type { Context } from '../../context.ts';
import { overLimit } from '../../domain/counter/limits.ts';
import { lotTimes } from '../../domain/programme/lot-times.ts';
import { isoOrNull } from '../../lib/instant.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { refusalOfEarning } from '../tenants/shop-gate.ts';
import { readTill } from './read-till.ts';
import { orderOf, weigh } from './sale.ts';
import type { GrantQuote, QuoteGrantInput } from './schemas.ts';

/** What a sale would give if it were confirmed now, and whether a manager would be asked. Writes nothing. */
export async function quoteGrant({
  ctx,
  input,
}: {
  ctx: Context;
  input: QuoteGrantInput;
}): Promise<Result<GrantQuote>> {
  const nowMs = ctx.clock.nowMs();
  const ended = refusalOfEarning(ctx, nowMs);
  if (ended) return refuse(ended);
  const asked = { memberId: input.memberId, occurredAtMs: nowMs, receipt: null, key: '' };
  const till = await readTill(ctx, asked);
  if (!till.ok) return till;
  const order = orderOf(ctx, input, { orderId: 'quote', occurredAtMs: nowMs });
  const trace = weigh(order, till.value, nowMs);
  if (!trace.ok) return trace;
  const overview = await ctx.accounts.of(input.memberId).overview();
  // An account that a crash at joining left unopened is opened by the grant.
  if (!overview.ok && overview.refusal.code !== 'not_open') return overview;
  const availablePoints = overview.ok ? overview.value.balances.availablePoints : 0;
  const { programme, settings, usedPoints, isLimited } = till.value;
  const times = { occurredAtMs: nowMs, completedAtMs: nowMs };
  const { availableAtMs } = lotTimes(programme.body, times, ctx.tenant.timeZone);
  const { points } = trace.value;
  const waits = availableAtMs !== null && availableAtMs > nowMs;
  return succeed({
    points,
    trace: trace.value,
    availableAfterPoints: availablePoints + (waits ? 0 : points),
    availableAt: waits ? isoOrNull(availableAtMs) : null,
    over: isLimited ? overLimit(points, usedPoints, settings.limits) : null,
    limits: settings.limits,
    usedTodayPoints: usedPoints,
  });
}
