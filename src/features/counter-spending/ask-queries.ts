import { and, desc, eq, gt, lt, ne, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { counterAsks } from '../../db/schema/index.ts';
import type { AnyRefusal } from '../../lib/result.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type AskRow = typeof counterAsks.$inferSelect;

/**
 * Statements that put an ask in the place of what the same clerk asked this member before: asks of many tabs
 * go one after the other, so that one question stands.
 */
export function askInPlaceOf(scope: Scope, row: AskRow) {
  const name = `counter-asks ${row.tenantId} ${row.memberId} ${row.staffId}`;
  return [
    scope.db.build.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`),
    withdrawEarlier(scope, row),
    insertAsk(scope, row),
  ] as const;
}

/** Does nothing where the same key has asked already. */
function insertAsk({ db }: Scope, row: AskRow) {
  return db.build.insert(counterAsks).values(row).onConflictDoNothing();
}

export function selectAsk({ db, tenant }: Scope, askId: string) {
  return db.build
    .select()
    .from(counterAsks)
    .where(and(eq(counterAsks.tenantId, tenant.id), eq(counterAsks.id, askId)));
}

/** What waits for a member's answer now, the newest first. */
export function selectOpenAsks({ db, tenant }: Scope, memberId: string, nowMs: number) {
  return db.build
    .select()
    .from(counterAsks)
    .where(
      and(
        eq(counterAsks.tenantId, tenant.id),
        eq(counterAsks.memberId, memberId),
        eq(counterAsks.state, 'open'),
        gt(counterAsks.expiresAtMs, nowMs),
      ),
    )
    .orderBy(desc(counterAsks.createdAtMs));
}

/** A clerk asks one thing at a time: what she asked this member before is no longer asked. */
function withdrawEarlier({ db, tenant }: Scope, { id, memberId, staffId, createdAtMs }: AskRow) {
  return db.build
    .update(counterAsks)
    .set({ state: 'withdrawn', answeredAtMs: createdAtMs })
    .where(
      and(
        eq(counterAsks.tenantId, tenant.id),
        eq(counterAsks.memberId, memberId),
        eq(counterAsks.staffId, staffId),
        eq(counterAsks.state, 'open'),
        ne(counterAsks.id, id),
      ),
    );
}

/** What a member was asked so long ago that nobody asks after it. */
export function pruneAsks({ db, tenant }: Scope, memberId: string, beforeMs: number) {
  return db.build
    .delete(counterAsks)
    .where(
      and(
        eq(counterAsks.tenantId, tenant.id),
        eq(counterAsks.memberId, memberId),
        lt(counterAsks.createdAtMs, beforeMs),
      ),
    );
}

/** Decides an open ask: one statement, so that of several answers at once one counts. */
export function decideAsk(
  { db, tenant }: Scope,
  {
    askId,
    memberId,
    state,
    nowMs,
  }: { askId: string; memberId: string; state: 'confirmed' | 'declined'; nowMs: number },
) {
  return db.build
    .update(counterAsks)
    .set({ state, answeredAtMs: nowMs })
    .where(
      and(
        eq(counterAsks.tenantId, tenant.id),
        eq(counterAsks.id, askId),
        eq(counterAsks.memberId, memberId),
        eq(counterAsks.state, 'open'),
        gt(counterAsks.expiresAtMs, nowMs),
      ),
    )
    .returning({ id: counterAsks.id });
}

/** The clerk who asked takes it back, where it is not answered yet. */
export function withdrawAsk(
  { db, tenant }: Scope,
  { askId, staffId, nowMs }: { askId: string; staffId: string; nowMs: number },
) {
  return db.build
    .update(counterAsks)
    .set({ state: 'withdrawn', answeredAtMs: nowMs })
    .where(
      and(
        eq(counterAsks.tenantId, tenant.id),
        eq(counterAsks.id, askId),
        eq(counterAsks.staffId, staffId),
        eq(counterAsks.state, 'open'),
      ),
    );
}

/** Keeps why nothing came of a confirmed ask, for the clerk to read. */
export function refuseAsk({ db, tenant }: Scope, askId: string, refusal: AnyRefusal) {
  return db.build
    .update(counterAsks)
    .set({ state: 'refused', refusal })
    .where(
      and(eq(counterAsks.tenantId, tenant.id), eq(counterAsks.id, askId), eq(counterAsks.state, 'confirmed')),
    );
}
