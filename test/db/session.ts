import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { PgliteDatabase } from '../../scripts/local/pglite-database.ts';
import type { TestDatabase } from '../support/database.ts';

type Answer = { rows: Record<string, unknown>[]; rowCount: number };
export type Ask = (text: string, parameters?: unknown[]) => Promise<Answer>;

/** What a statement came to: its rows and count, or the SQLSTATE and message it was refused with. */
export type Tried = Answer & { refused: { code: string; message: string } | null };

/** One connection of the owner inside one transaction that is rolled back at the end. */
export type Session = {
  query: Ask;
  /** A failure undoes this statement alone. */
  attempt: Ask extends (...input: infer Input) => unknown ? (...input: Input) => Promise<Tried> : never;
  /** Runs the work and then undoes whatever it wrote, roles and settings included. */
  undone<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Runs the work, to be undone, as a role and with a tenant; null leaves the tenant unset. */
  as<Result>(role: string, tenantId: string | null, work: () => Promise<Result>): Promise<Result>;
};

function sessionOver(query: Ask): Session {
  const undone: Session['undone'] = async (work) => {
    await query('savepoint before');
    try {
      return await work();
    } finally {
      await query('rollback to savepoint before');
      await query('release savepoint before');
    }
  };
  return {
    query,
    undone,
    async attempt(text, parameters) {
      await query('savepoint attempted');
      try {
        const answer = await query(text, parameters);
        await query('release savepoint attempted');
        return { ...answer, refused: null };
      } catch (failure) {
        await query('rollback to savepoint attempted');
        const { code, message } = failure as { code: string; message: string };
        return { rows: [], rowCount: 0, refused: { code, message } };
      }
    },
    as: (role, tenantId, work) =>
      undone(async () => {
        if (tenantId !== null) await query(`select set_config('app.tenant', $1, true)`, [tenantId]);
        await query(`set local role ${role}`);
        return work();
      }),
  };
}

/** Runs the work over a connection, in a transaction that leaves nothing behind. */
export async function rolledBack<Result>(query: Ask, work: (session: Session) => Promise<Result>) {
  await query('begin');
  try {
    return await work(sessionOver(query));
  } finally {
    await query('rollback');
  }
}

const overPglite =
  (pglite: PGlite): Ask =>
  async (text, parameters) => {
    const { rows, affectedRows } = await pglite.query<Record<string, unknown>>(text, parameters);
    return { rows, rowCount: affectedRows ?? rows.length };
  };

/** Runs the work as the database's owner, in a transaction that leaves nothing behind. */
export async function asOwner<Result>(
  { database, ownerUrl }: TestDatabase,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  if (database instanceof PgliteDatabase) {
    return database.exclusively((pglite) => rolledBack(overPglite(pglite), work));
  }
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const query: Ask = async (text, parameters) => {
      const { rows, rowCount } = await client.query<Record<string, unknown>>(text, parameters);
      return { rows, rowCount: rowCount ?? rows.length };
    };
    return await rolledBack(query, work);
  } finally {
    await client.end();
  }
}
