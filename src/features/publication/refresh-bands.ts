import type { Context } from '../../context.ts';
import type { StockCounts } from '../../stock/contract.ts';
import { bandsKey } from './edge-keys.ts';
import { IsolateCache } from './isolate-cache.ts';
import type { StockBand } from './manifest.ts';
import { selectStockLevels } from './queries.ts';
import { readBands, rememberBands, type StockBands } from './read-mall.ts';

/** A reward that is redeemed many times a second is looked at this often by one isolate, not more. */
const LOOK_AGAIN_MS = 2_000;
/** "Few left": at most this many units, or a tenth of what was stocked. */
const LOW_UNITS = 3;
const LOW_SHARE = 10;

const looked = new IsolateCache<true>(LOOK_AGAIN_MS);

export function bandOf(counts: StockCounts): StockBand {
  if (counts.unlimited) return 'in';
  if (counts.availableUnits === 0) return 'out';
  const low = counts.availableUnits <= Math.max(LOW_UNITS, Math.floor(counts.stockedUnits / LOW_SHARE));
  return low ? 'low' : 'in';
}

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
  const band = bandOf(overview.value.counts);
  const known = await readBands(ctx);
  if ((known[rewardId] ?? 'in') === band) return;
  const [levels] = await ctx.db.batch(ctx.tenant.id, [selectStockLevels(ctx)]);
  const bands: StockBands = Object.fromEntries(levels.map((level) => [level.stockId, bandOf(level)]));
  bands[rewardId] = band;
  await ctx.edge.put(bandsKey(ctx.tenant.id), JSON.stringify(bands));
  rememberBands(ctx, bands);
}
