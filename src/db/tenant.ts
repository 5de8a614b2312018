import { sql } from 'drizzle-orm';
import type { BatchItem, BatchResponse } from 'drizzle-orm/batch';
import { drizzle, type NeonHttpDatabase } from 'drizzle-orm/neon-http';
import { asAppFailure, type Conflict, conflictOf } from './failure.ts';

type BatchQueries = Readonly<[BatchItem<'pg'>, ...BatchItem<'pg'>[]]>;
type QueryBuilder = NeonHttpDatabase<Record<string, never>>;

/** What `attempt` answers: the results, or what stood in the way, with nothing written. */
export type Attempt<Results> = { ok: true; results: Results } | { ok: false; conflict: Conflict };

/** Postgres as the application's role: row-level security applies to everything it does. */
export type Db = {
  /** Builds queries. One that is awaited by itself throws: queries run in a batch, for a tenant. */
  build: QueryBuilder;
  /**
   * Runs the queries in one transaction with the tenant set; any failure undoes all of them. Throws
   * AppError `unavailable` when the database did not answer: the batch may then have happened.
   */
  batch<Queries extends BatchQueries>(tenantId: string, queries: Queries): Promise<BatchResponse<Queries>>;
  /** The same, where a unique constraint or a guard that stops it is an answer and not a fault. */
  attempt<Queries extends BatchQueries>(
    tenantId: string,
    queries: Queries,
  ): Promise<Attempt<BatchResponse<Queries>>>;
};

const build: QueryBuilder = drizzle.mock({
  logger: {
    logQuery() {
      throw new Error('a query was run outside Db.batch, where no tenant is set');
    },
  },
});

/** A statement that makes its whole batch fail with the reason, a conflict, unless the condition holds. */
export function refuseUnless(condition: ReturnType<typeof sql>, reason: string) {
  return build.execute(sql`select public.refuse_unless(${condition}, ${reason})`);
}

/** The only way to the tenants' tables: every batch begins by setting the tenant for its transaction. */
export function tenantDb(connected: NeonHttpDatabase<Record<string, unknown>>): Db {
  const run = async <Queries extends BatchQueries>(tenantId: string, queries: Queries) => {
    // '' is what the policies read as "no tenant": every query would silently find nothing.
    if (tenantId === '') throw new Error('a batch was given no tenant');
    const setTenant = build.execute(sql`select set_config('app.tenant', ${tenantId}, true)`);
    const [, ...results] = await connected.batch([setTenant, ...queries]);
    return results as unknown as BatchResponse<Queries>;
  };
  return {
    build,
    async batch(tenantId, queries) {
      try {
        return await run(tenantId, queries);
      } catch (failure) {
        throw asAppFailure(failure);
      }
    },
    async attempt(tenantId, queries) {
      try {
        return { ok: true, results: await run(tenantId, queries) };
      } catch (failure) {
        const conflict = conflictOf(failure);
        if (conflict) return { ok: false, conflict };
        throw asAppFailure(failure);
      }
    },
  };
}
