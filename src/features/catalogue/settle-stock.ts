import type { Context } from '../../context.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { AppError } from '../../lib/app-error.ts';
import { type RewardRow, selectReward } from './queries.ts';

const FIRST_EPOCH = 1;
/** Each round answers a change made during the one before; staff do not change a reward this often. */
const ROUNDS_MAX = 8;

/**
 * Makes a reward's stock say what Postgres says: open, with the units it began with, its price
 * versions and whether it is stopped. It reads the row again afterwards: a publish that was under
 * way when a stop was written must not have the last word. May run again after a fault.
 */
export async function settleStock(ctx: Context, written: RewardRow) {
  let row = written;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    await tellStock(ctx, row);
    const [[now]] = await ctx.db.batch(ctx.tenant.id, [selectReward(ctx, row.id)]);
    if (!now || (now.state === row.state && now.priceVersion === row.priceVersion)) return;
    row = now;
  }
  throw new AppError('unavailable', {}, { cause: new Error('the reward kept changing') });
}

/** Every step is known to the stock by a key of its own, so a second telling changes nothing. */
async function tellStock(ctx: Context, { id: rewardId, draft, published, state }: RewardRow) {
  if (published === null) return;
  const stock = ctx.stocks.of(rewardId);
  const command = (step: string) => ({
    key: `publish:${rewardId}:${step}`,
    actor: { kind: 'system' as const, id: 'publish' },
  });
  const unlimited = draft.units === null;
  settled(await stock.open({ epoch: FIRST_EPOCH, allocation: { policy: 'count', unlimited } }));
  const before = settled(await stock.overview());
  // Prices follow the opening units and stay for ever; the key of the units is forgotten after 45 days.
  const isFirst = before.current === null && before.next === null;
  if (isFirst && draft.units !== null && draft.units > 0) {
    settled(await stock.changeUnits({ ...command('units'), deltaUnits: draft.units, reason: 'opening' }));
  }
  for (const terms of [published.current, published.next]) {
    if (terms === null) continue;
    // The gate knows prices; what a voucher is good for is nothing to it.
    const { voucher: _, ...price } = terms;
    settled(await stock.publishPrice({ ...command(`price:${terms.priceVersion}`), terms: price }));
  }
  const { stopped, seq } = settled(await stock.overview());
  const wanted = state !== 'live';
  if (stopped === wanted) return;
  // The journal position makes each switch a command of its own.
  settled(await (wanted ? stock.stop(command(`stop:${seq}`)) : stock.resume(command(`resume:${seq}`))));
}

/** Whatever the stock refuses here was decided wrongly before: a fault, and never the caller's. */
function settled<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new AppError('internal', {}, { cause: new Error(`stock: ${outcome.refusal.code}`) });
  return outcome.value;
}
