import type { Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { refuseUnless } from '../../db/tenant.ts';
import type { AuditAction } from '../../domain/audit-action.ts';
import type { PublishedReward } from '../../domain/catalogue/reward.ts';
import type { Json, JsonObject } from '../../domain/journal.ts';
import { type Result, refuse } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { isUnchanged, type RewardRow, registerStock, selectReward, updateReward } from './queries.ts';

/** Writes that keep overtaking each other on one reward more often than this are a fault. */
const ATTEMPTS_MAX = 5;
const OVERTAKEN = 'reward_overtaken';

type RewardChange = Partial<Pick<RewardRow, 'draft' | 'priceVersion' | 'state'>> & {
  published?: PublishedReward;
};

export type RewardWrite = {
  rewardId: string;
  key: string;
  operation: AuditAction;
  input: Json;
  /** What the reward becomes, decided from what it is, and what the audit log says of it. */
  decide: (row: RewardRow, nowMs: number) => Result<{ change: RewardChange; detail: JsonObject }>;
};

/**
 * Reads a reward, decides, and writes if it is still as it was read; overtaken, it decides anew. The
 * idempotency key and the audit row stand in the same batch. Answers the reward as it then is.
 */
export async function writeReward(ctx: Context, write: RewardWrite): Promise<Result<RewardRow>> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const written = await writeOnce(ctx, write);
    if (!written.ok && written.refusal.code === 'wrong_state' && written.refusal.state === OVERTAKEN)
      continue;
    if (!written.ok) return written;
    const [[row]] = await ctx.db.batch(ctx.tenant.id, [selectReward(ctx, write.rewardId)]);
    return row ? { ok: true, value: row } : refuse({ code: 'not_found' });
  }
  throw new Error('writes of one reward overtook each other five times');
}

async function writeOnce(ctx: Context, { rewardId, key, operation, input, decide }: RewardWrite) {
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [selectReward(ctx, rewardId)]);
  if (!row) return refuse({ code: 'not_found' });
  const nowMs = ctx.clock.nowMs();
  const decided = decide(row, nowMs);
  if (!decided.ok) return decided;
  const { change, detail } = decided.value;
  return runOnce({
    ctx,
    key,
    operation,
    input,
    statements: [
      refuseUnless(isUnchanged(ctx, row), OVERTAKEN),
      updateReward(ctx, rewardId, change, nowMs),
      ...(change.published ? [registerStock(ctx, rewardId, nowMs)] : []),
      addAuditRow(ctx, operation, rewardId, detail),
    ],
    value: null,
    status: 200,
    refusalOf: ({ kind }) => (kind === 'guard' ? { code: 'wrong_state', state: OVERTAKEN } : null),
  });
}
