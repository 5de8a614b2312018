import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { actorRef, type Context } from '../context.ts';
import { hashJson } from '../domain/chain.ts';
import type { Json } from '../domain/journal.ts';
import { AppError } from '../lib/app-error.ts';
import type { AnyRefusal, Result } from '../lib/result.ts';
import type { Conflict } from './failure.ts';
import { idempotencyKeys } from './schema/index.ts';

const KEPT_MS = 45 * 24 * 60 * 60 * 1000;
/** Expired keys that one write clears away, so that nothing else has to. */
const PRUNED_ROWS_MAX = 20;

export type OnceInput<Value extends Json> = {
  ctx: Pick<Context, 'db' | 'actor' | 'clock'> & { tenant: Pick<Context['tenant'], 'id'> };
  key: string;
  /** Names the verb: the same key for another one is another input. */
  operation: string;
  input: Json;
  /** Built beforehand, ids and times included, so that sending them again repeats nothing new. */
  statements: BatchItem<'pg'>[];
  /** What is answered now and at every replay. */
  value: Value;
  status: number;
  /** The refusal that a conflict of the statements means; null for one that should not happen. */
  refusalOf?: (conflict: Conflict) => AnyRefusal | null;
};

export type OnceResult<Value> =
  | { ok: true; value: Value; status: number; replayed: boolean }
  | { ok: false; refusal: AnyRefusal };

/**
 * Has the statements' effect exactly once for a key of this actor, and answers every repetition with
 * the first result: the key is stored in the batch of its effect. Another input under the same key
 * is refused `key_reused`. An answer that was lost is asked for once more by the same path, then it
 * is AppError `unavailable`: sending the request again with its key is safe. A conflict that means a
 * refusal stores nothing; a refusal that comes later is for `keepUnlessRefused`.
 */
export async function runOnce<Value extends Json>(once: OnceInput<Value>): Promise<OnceResult<Value>> {
  const { actor, inputHash } = identityOf(once);
  try {
    return await runOrReplay(once, actor, inputHash);
  } catch (failure) {
    if (!(failure instanceof AppError && failure.code === 'unavailable')) throw failure;
    return await runOrReplay(once, actor, inputHash);
  }
}

/**
 * Passes an answer on and, where it is a refusal, gives the key back that was stored before it was
 * known: refusals are not kept under keys. Cut off in between, the same request is refused anew.
 * `undo` are statements that go along: what the refused request had reserved.
 */
export async function keepUnlessRefused<Value>(
  ctx: OnceInput<Json>['ctx'],
  key: string,
  answer: Result<Value>,
  undo: BatchItem<'pg'>[] = [],
): Promise<Result<Value>> {
  if (answer.ok) return answer;
  await ctx.db.batch(ctx.tenant.id, [
    ctx.db.build.delete(idempotencyKeys).where(isOwnKey(ctx, key)),
    ...undo,
  ]);
  return answer;
}

/**
 * Whether this key has had its effect, for what is checked only at the first time; one row or none. It may
 * be given back before `runOnce` comes to it: whoever left out a check has to refuse a first time then.
 */
export function selectKept(ctx: OnceInput<Json>['ctx'], key: string) {
  const { createdAtMs, expiresAtMs } = idempotencyKeys;
  return ctx.db.build
    .select({ createdAtMs })
    .from(idempotencyKeys)
    .where(and(isOwnKey(ctx, key), gt(expiresAtMs, ctx.clock.nowMs())));
}

function isOwnKey(ctx: OnceInput<Json>['ctx'], key: string) {
  const { kind, id } = actorRef(ctx.actor);
  return and(
    eq(idempotencyKeys.tenantId, ctx.tenant.id),
    eq(idempotencyKeys.actor, `${kind}:${id}`),
    eq(idempotencyKeys.key, key),
  );
}

function identityOf({ ctx, operation, input }: OnceInput<Json>) {
  const { kind, id } = actorRef(ctx.actor);
  return { actor: `${kind}:${id}`, inputHash: hashJson({ operation, input }) };
}

async function runOrReplay<Value extends Json>(
  once: OnceInput<Value>,
  actor: string,
  inputHash: string,
): Promise<OnceResult<Value>> {
  const { ctx, key, status, value, statements, refusalOf } = once;
  const nowMs = ctx.clock.nowMs();
  const claim = ctx.db.build.insert(idempotencyKeys).values({
    tenantId: ctx.tenant.id,
    actor,
    key,
    inputHash,
    status,
    result: value,
    createdAtMs: nowMs,
    expiresAtMs: nowMs + KEPT_MS,
  });
  // The key comes before the effect, so that a repetition meets the key's conflict and not the effect's.
  const attempt = await ctx.db.attempt(ctx.tenant.id, [
    forgetExpired(once, actor, nowMs),
    claim,
    ...statements,
  ]);
  if (attempt.ok) return { ok: true, value, status, replayed: false };
  if (attempt.conflict.kind === 'unique' && attempt.conflict.constraint === 'idempotency_keys_pkey') {
    return replay(once, actor, inputHash);
  }
  const refusal = refusalOf?.(attempt.conflict);
  if (!refusal) throw new Error(`unexpected conflict: ${JSON.stringify(attempt.conflict)}`);
  return { ok: false, refusal };
}

async function replay<Value extends Json>(
  { ctx, key }: OnceInput<Value>,
  actor: string,
  inputHash: string,
): Promise<OnceResult<Value>> {
  const [[stored]] = await ctx.db.batch(ctx.tenant.id, [
    ctx.db.build
      .select()
      .from(idempotencyKeys)
      .where(
        and(
          eq(idempotencyKeys.tenantId, ctx.tenant.id),
          eq(idempotencyKeys.actor, actor),
          eq(idempotencyKeys.key, key),
        ),
      ),
  ]);
  // Expired and cleared away between the two batches: the repetition would now be a first one.
  if (!stored) throw new AppError('unavailable');
  if (stored.inputHash !== inputHash) return { ok: false, refusal: { code: 'key_reused' } };
  return { ok: true, value: stored.result as Value, status: stored.status, replayed: true };
}

/** Clears this key if its time is over, and a few others; rows that another write clears are left to it. */
function forgetExpired({ ctx, key }: OnceInput<Json>, actor: string, nowMs: number) {
  const table = idempotencyKeys;
  const expired = and(eq(table.tenantId, ctx.tenant.id), lte(table.expiresAtMs, nowMs));
  const some = ctx.db.build
    .select({ actor: table.actor, key: table.key })
    .from(table)
    .where(expired)
    .orderBy(table.expiresAtMs)
    .limit(PRUNED_ROWS_MAX)
    .for('update', { skipLocked: true });
  return ctx.db.build
    .delete(table)
    .where(
      and(
        expired,
        sql`((${table.actor} = ${actor} and ${table.key} = ${key}) or (${table.actor}, ${table.key}) in ${some})`,
      ),
    );
}
