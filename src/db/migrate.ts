import { sql } from 'drizzle-orm';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { asSession, type OwnerDatabase, type OwnerSession } from './owner.ts';

/** The database has run a migration that the files do not hold, or hold in another form. */
export class MigrationHistoryError extends Error {
  override readonly name = 'MigrationHistoryError';
}

// Any number will do as long as nothing else on the server locks it.
const LOCK = 7_160_841_922;

/**
 * Brings the database to the state of the files in `migrationsFolder`, all of them in one
 * transaction, and says how many were new. Run again it does nothing. History is append-only: when
 * an applied file was edited, removed or overtaken, it throws and has changed nothing.
 */
export async function migrateDatabase(
  database: OwnerDatabase,
  migrationsFolder: string,
): Promise<{ applied: number }> {
  // Both drivers' migrators are the same code over the same session interface.
  const owner = asSession(database);
  const files = readMigrationFiles({ migrationsFolder });
  await owner.execute(sql`select pg_advisory_lock(${LOCK}::bigint)`);
  try {
    const applied = await appliedHashes(owner);
    refuseEditedHistory(files, applied);
    await migrate(owner, { migrationsFolder });
    return { applied: files.length - applied.length };
  } finally {
    await owner.execute(sql`select pg_advisory_unlock(${LOCK}::bigint)`);
  }
}

async function appliedHashes(owner: OwnerSession): Promise<string[]> {
  const known = await owner.execute<{ present: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as present`,
  );
  if (!known.rows[0]?.present) return [];
  const applied = await owner.execute<{ hash: string }>(
    sql`select hash from drizzle.__drizzle_migrations order by created_at, id`,
  );
  return applied.rows.map((row) => row.hash);
}

function refuseEditedHistory(files: MigrationMeta[], applied: string[]): void {
  if (applied.length > files.length) {
    throw new MigrationHistoryError(
      `the database has run ${applied.length} migrations and the files hold ${files.length}: newer than this code`,
    );
  }
  const edited = applied.findIndex((hash, index) => files[index]?.hash !== hash);
  if (edited !== -1) {
    throw new MigrationHistoryError(`migration ${edited} was changed after the database had run it`);
  }
}
