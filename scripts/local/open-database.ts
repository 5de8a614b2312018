import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import pg from 'pg';
import { migrateDatabase } from '../../src/db/migrate.ts';
import type { Database } from './database.ts';
import { PgliteDatabase } from './pglite-database.ts';
import { readTemplate, writeTemplate } from './pglite-template.ts';
import { PostgresDatabase } from './postgres-database.ts';
import { type DatabaseUrls, passwordsOf, roleUrls } from './roles.ts';

const MIGRATIONS_FOLDER = join(import.meta.dirname, '..', '..', 'migrations');
const CONNECT_TIMEOUT_MS = 5_000;

export type OpenDatabase = DatabaseUrls & { database: Database; kind: 'pglite' | 'postgres' };

/** The embedded database of a state folder (null: one in memory), migrated and with its roles. */
export async function openPglite(folder: string | null, ownerPassword: string): Promise<OpenDatabase> {
  const urls = roleUrls(`postgresql://postgres:${encodeURIComponent(ownerPassword)}@embedded/postgres`);
  const passwords = passwordsOf([urls.ownerUrl, urls.appUrl, urls.authUrl]);
  const fresh = folder === null || !existsSync(folder);
  const template = fresh ? readTemplate(MIGRATIONS_FOLDER) : null;
  const database = await PgliteDatabase.open(folder, passwords, template);
  await database.exclusively(async (pglite) => {
    await migrateDatabase(drizzlePglite(pglite), MIGRATIONS_FOLDER);
    if (fresh && template === null) await writeTemplate(MIGRATIONS_FOLDER, pglite);
  });
  return { ...urls, database, kind: 'pglite' };
}

/**
 * A PostgreSQL server by its owner's connection string: migrated, and its roles able to log in,
 * unless the caller names their connection strings itself.
 */
export async function openPostgres(ownerUrl: string, given?: Partial<DatabaseUrls>): Promise<OpenDatabase> {
  const derived = roleUrls(ownerUrl);
  const client = new pg.Client({
    connectionString: ownerUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  await client.connect();
  try {
    await migrateDatabase(drizzlePostgres(client), MIGRATIONS_FOLDER);
    const ours = [given?.appUrl ? null : derived.appUrl, given?.authUrl ? null : derived.authUrl];
    for (const [role, password] of passwordsOf(ours.filter((url) => url !== null))) {
      const statement = `alter role ${client.escapeIdentifier(role)} login password ${client.escapeLiteral(password)}`;
      await client.query(statement);
    }
  } finally {
    await client.end();
  }
  return { ...derived, ...given, database: new PostgresDatabase(), kind: 'postgres' };
}
