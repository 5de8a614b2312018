import { inArray, type SQL, sql } from 'drizzle-orm';
import type { AuthDatabase } from '../../db/client.ts';
import { rateLimit } from '../../db/schema/auth.ts';

/** One count of tries; it begins anew when its last one is longer ago than its window. */
export type TryLimit = { key: string; triesMax: number; windowMs: number };

/**
 * Every statement here takes its counts in the order of their keys: two that share some would otherwise
 * wait for each other, each holding what the other needs.
 */
const byKeyOrder = (one: string, other: string) => (one < other ? -1 : 1);

/**
 * Counts a try everywhere in the statement that asks whether there is one left. Answers the counts that
 * had one left, as they stand now; those that are used up are missing.
 */
export function countTries(db: AuthDatabase, limits: readonly TryLimit[], nowMs: number) {
  const windowMs = byKey(limits, (limit) => sql`${limit.windowMs}::bigint`);
  const triesMax = byKey(limits, (limit) => sql`${limit.triesMax}::int`);
  const inOrder = limits.toSorted((one, other) => byKeyOrder(one.key, other.key));
  const isOver = sql`${rateLimit.lastRequest} < ${nowMs}::bigint - ${windowMs}`;
  return db
    .insert(rateLimit)
    .values(inOrder.map(({ key }) => ({ id: crypto.randomUUID(), key, count: 1, lastRequest: nowMs })))
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: { count: sql`case when ${isOver} then 1 else ${rateLimit.count} + 1 end`, lastRequest: nowMs },
      setWhere: sql`${isOver} or ${rateLimit.count} < ${triesMax}`,
    })
    .returning({ key: rateLimit.key, count: rateLimit.count });
}

/** When each count last took a try. */
export function selectLastTries(db: AuthDatabase, keys: string[]) {
  return db
    .select({ key: rateLimit.key, count: rateLimit.count, lastMs: rateLimit.lastRequest })
    .from(rateLimit)
    .where(inArray(rateLimit.key, keys));
}

/** Takes one try of each back. */
export async function returnTries(db: AuthDatabase, keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  await db
    .update(rateLimit)
    .set({ count: sql`greatest(0, ${rateLimit.count} - 1)` })
    .where(sql`${rateLimit.key} in ${lockedInOrder(db, keys)}`);
}

export async function forgetTries(db: AuthDatabase, keys: string[]): Promise<void> {
  if (keys.length > 0) await db.delete(rateLimit).where(sql`${rateLimit.key} in ${lockedInOrder(db, keys)}`);
}

function lockedInOrder(db: AuthDatabase, keys: string[]) {
  return db
    .select({ key: rateLimit.key })
    .from(rateLimit)
    .where(inArray(rateLimit.key, keys))
    .orderBy(sql`${rateLimit.key} collate "C"`)
    .for('update');
}

function byKey(limits: readonly TryLimit[], sqlOf: (limit: TryLimit) => SQL): SQL {
  const cases = limits.map((limit) => sql`when ${limit.key} then ${sqlOf(limit)}`);
  return sql`(case ${rateLimit.key} ${sql.join(cases, sql` `)} end)`;
}
