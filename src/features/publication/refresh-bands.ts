import type { Context } from '../../context.ts';
import { stockBandOf } from '../../domain/stock/stock-band.ts';
import { bandsKey } from './edge-keys.ts';
import { IsolateCache } from './isolate-cache.ts';
import { selectStockLevels } from './queries.ts';
import { readBands, rememberBands, type StockBands } from './read-mall.ts';

/** A reward that is redeemed many times a second is looked at this often by one isolate, not more. */
const LOOK_AGAIN_MS = 2_000;
const looked = new IsolateCache<true>(LOOK_AGAIN_MS);

/**
 * Brings a reward's band to the edge after its units moved, if it changed. Advisory and debounced: it
 * may be late or lost, the stock itself decides. Runs after the answer, and never fails a command.
 */
export function refreshBandLater(ctx: Context, rewardId: string): void {
  const nowMs = ctx.clock.nowMs();
  const name = `${ctx.tenant.id}/${rewardId}`;
  if (looked.get(name, nowMs)) return;
  looked.set(name, true, nowMs);
  ctx.defer(refreshBand(ctx, rewardId).catch(() => ctx.log.warn('stock band not refreshed', { rewardId })));
}

export async function refreshBand(ctx: Context, rewardId: string): Promise<void> {
  const overview = await ctx.stocks.of(rewardId).overview();
  if (!overview.ok) return;
  const band = stockBandOf(overview.value.counts);
  const known = await readBands(ctx);
  if ((known[rewardId] ?? 'in') === band) return;
  const [levels] = await ctx.db.batch(ctx.tenant.id, [selectStockLevels(ctx)]);
  const bands: StockBands = Object.fromEntries(levels.map((level) => [level.stockId, stockBandOf(level)]));
  bands[rewardId] = band;
  await ctx.edge.put(bandsKey(ctx.tenant.id), JSON.stringify(bands));
  rememberBands(ctx, bands);
}
