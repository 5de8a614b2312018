import type { Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { queueTest } from './queries.ts';

const HOUR_MS = 3_600_000;
const TESTS_PER_HOUR = 5;

/** Puts a letter to the caller on the way, by the road that every notice takes: within the minute. */
export async function sendTestNotice({
  ctx,
  input: { userId, email, key },
}: {
  ctx: Context;
  input: { userId: string; email: string | null; key: string };
}): Promise<Result<{ done: true }>> {
  if (email === null) return refuse({ code: 'email_unverified' });
  const nowMs = ctx.clock.nowMs();
  const limit = { sinceMs: nowMs - HOUR_MS, max: TESTS_PER_HOUR };
  const queued = await runOnce({
    ctx,
    key,
    operation: 'notices.test',
    input: null,
    statements: [...queueTest(ctx, { userId, key, nowMs }, limit)],
    value: { done: true as const },
    status: 200,
    refusalOf: ({ kind }) =>
      kind === 'guard' ? { code: 'too_many_requests', seconds: HOUR_MS / 1000 } : null,
  });
  return queued.ok ? succeed(queued.value) : queued;
}
