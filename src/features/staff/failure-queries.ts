import { eq, sql } from 'drizzle-orm';
import type { AuthDatabase } from '../../db/client.ts';
import { rateLimit } from '../../db/schema/auth.ts';

export async function selectFailures(db: AuthDatabase, key: string) {
  const [row] = await db
    .select({ count: rateLimit.count, lastMs: rateLimit.lastRequest })
    .from(rateLimit)
    .where(eq(rateLimit.key, key));
  return row ?? null;
}

/** One more failure; the count begins anew when the last one is longer ago than the window. */
export async function countFailure(
  db: AuthDatabase,
  { key, nowMs, windowMs }: { key: string; nowMs: number; windowMs: number },
): Promise<void> {
  await db
    .insert(rateLimit)
    .values({ id: key, key, count: 1, lastRequest: nowMs })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        count: sql`case when ${rateLimit.lastRequest} < ${nowMs - windowMs} then 1 else ${rateLimit.count} + 1 end`,
        lastRequest: nowMs,
      },
    });
}

export async function clearFailures(db: AuthDatabase, key: string): Promise<void> {
  await db.delete(rateLimit).where(eq(rateLimit.key, key));
}
