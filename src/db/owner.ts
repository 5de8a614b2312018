import { sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PgliteDatabase } from 'drizzle-orm/pglite';

/** A database as its owner, over one connection: locks and transactions belong to the connection. */
export type OwnerDatabase = PgliteDatabase<Record<string, unknown>> | NodePgDatabase<Record<string, unknown>>;

/** The same interface under either driver. */
export type OwnerSession = PgliteDatabase<Record<string, unknown>>;
type OwnerTransaction = Parameters<Parameters<OwnerSession['transaction']>[0]>[0];

const PAGE_ROWS = 500;

export const asSession = (database: OwnerDatabase) => database as OwnerSession;

/** Every shop's id, in order. */
export async function* tenantIds(database: OwnerDatabase): AsyncGenerator<string> {
  let after = '';
  for (;;) {
    const page = await asSession(database).execute<{ tenantId: string }>(
      sql`select tenant_id as "tenantId" from directory.tenant_ids(${after}, ${PAGE_ROWS})`,
    );
    for (const { tenantId } of page.rows) yield tenantId;
    const last = page.rows.at(-1);
    if (!last || page.rows.length < PAGE_ROWS) return;
    after = last.tenantId;
  }
}

/**
 * Runs the work in one transaction that sees and may do exactly what the tenant's own requests can:
 * as the application's role, because an owner may be a superuser whom no policy holds.
 */
export function asTenant<Result>(
  database: OwnerDatabase,
  tenantId: string,
  work: (transaction: OwnerTransaction) => Promise<Result>,
): Promise<Result> {
  return asSession(database).transaction(async (transaction) => {
    await transaction.execute(sql`set local role pointmall_app`);
    await transaction.execute(sql`select set_config('app.tenant', ${tenantId}, true)`);
    return work(transaction);
  });
}
