import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { AuthDatabase } from '../../db/client.ts';
import { rateLimit } from '../../db/schema/auth.ts';

export type TryLimit = { key: string; nowMs: number; windowMs: number; triesMax: number };

/**
 * Counts a try in the statement that asks whether there is one left, so that of many at once no more
 * than `triesMax` get through; the count begins anew when the last one is longer ago than the window.
 * Answers null, or when the last try was that used them up.
 */
export async function takeTry(
  db: AuthDatabase,
  { key, nowMs, windowMs, triesMax }: TryLimit,
): Promise<{ lastMs: number } | null> {
  const isOver = lt(rateLimit.lastRequest, nowMs - windowMs);
  const taken = await db
    .insert(rateLimit)
    .values({ id: key, key, count: 1, lastRequest: nowMs })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: { count: sql`case when ${isOver} then 1 else ${rateLimit.count} + 1 end`, lastRequest: nowMs },
      setWhere: sql`${isOver} or ${rateLimit.count} < ${triesMax}`,
    })
    .returning({ count: rateLimit.count });
  if (taken.length > 0) return null;
  const [row] = await db
    .select({ lastMs: rateLimit.lastRequest })
    .from(rateLimit)
    .where(eq(rateLimit.key, key));
  return { lastMs: row?.lastMs ?? nowMs };
}

/** Takes one try back, of a request that turned out to try nothing. */
export async function returnTry(db: AuthDatabase, key: string): Promise<void> {
  await db
    .update(rateLimit)
    .set({ count: sql`${rateLimit.count} - 1` })
    .where(and(eq(rateLimit.key, key), gt(rateLimit.count, 0)));
}

export async function clearTries(db: AuthDatabase, key: string): Promise<void> {
  await db.delete(rateLimit).where(eq(rateLimit.key, key));
}
