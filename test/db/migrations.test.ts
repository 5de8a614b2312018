import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MigrationHistoryError, migrateDatabase } from '../../src/db/migrate.ts';
import { asTenant, type OwnerDatabase, tenantIds } from '../../src/db/owner.ts';
import { members } from '../../src/db/schema/index.ts';
import { UNIQUE_NAMES } from '../../src/db/unique-names.ts';
import { DATABASE_KINDS } from '../support/database.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { findLeaks, seedTenants, TENANT_A, TENANT_B } from './isolation-check.ts';
import { findPolicyFaults } from './policy-check.ts';
import { type Ask, rolledBack } from './session.ts';

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations');
const FILES = (
  JSON.parse(readFileSync(join(MIGRATIONS, 'meta', '_journal.json'), 'utf8')).entries as unknown[]
).length;

/** The owner of Neon's databases: may create roles and databases and is no superuser. */
const PLAIN_OWNER = 'plain_owner';

/** An embedded Postgres takes seconds to make, and each test here needs an empty one. */
const TIMEOUT_MS = 60_000;

type Opened = { owner: OwnerDatabase; ask: Ask; close(): Promise<void> };

describe.each([...DATABASE_KINDS, 'postgres with a plain owner'] as const)(
  'migrations on %s',
  {
    timeout: TIMEOUT_MS,
  },
  (kind) => {
    let server: PostgresServer | null = null;
    let pglite: PGlite | null = null;
    let serial = 0;
    const opened: Opened[] = [];
    const folders: string[] = [];

    beforeAll(async () => {
      if (kind === 'pglite') return;
      server = await startPostgres();
      if (!server) throw new Error('this machine has no PostgreSQL');
      const client = await connected(server.url);
      await client.query(`create role ${PLAIN_OWNER} login createrole createdb`);
      await client.end();
    });
    afterEach(async () => {
      for (const { close } of opened.splice(0)) await close();
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
    });
    afterAll(async () => {
      await pglite?.close();
      await server?.stop();
    });

    /** An empty database of the kind's owner. */
    async function openEmpty(): Promise<Opened> {
      const database = kind === 'pglite' ? await emptyPglite() : await emptyPostgres();
      opened.push(database);
      return database;
    }

    /** The one embedded Postgres, emptied: making another takes seconds. */
    async function emptyPglite(): Promise<Opened> {
      pglite ??= await PGlite.create();
      const embedded = pglite;
      await embedded.exec(`
      drop schema if exists public, auth, directory, drizzle cascade; create schema public;
      do $$ declare made text; begin
        for made in select rolname from pg_roles where rolname like 'pointmall%' loop
          execute format('drop owned by %I; drop role %I', made, made);
        end loop;
      end $$`);
      const ask: Ask = async (text, parameters) => {
        const { rows, affectedRows } = await embedded.query<Record<string, unknown>>(text, parameters);
        return { rows, rowCount: affectedRows ?? rows.length };
      };
      return { owner: drizzlePglite(embedded), ask, close: async () => undefined };
    }

    async function emptyPostgres(): Promise<Opened> {
      const url = new URL(server?.url ?? '');
      const admin = await connected(url.href);
      const name = `empty_${++serial}`;
      if (kind !== 'postgres') url.username = PLAIN_OWNER;
      await admin.query(`create database ${name} owner ${url.username}`);
      await admin.end();
      url.pathname = name;
      const client = await connected(url.href);
      const ask: Ask = async (text, parameters) => {
        const { rows, rowCount } = await client.query<Record<string, unknown>>(text, parameters);
        return { rows, rowCount: rowCount ?? rows.length };
      };
      return { owner: drizzlePostgres(client), ask, close: () => client.end() };
    }

    /** A copy of the migrations that a test may change. */
    function copyOfMigrations(): string {
      const folder = mkdtempSync(join(tmpdir(), 'pointmall-migrations-'));
      folders.push(folder);
      cpSync(MIGRATIONS, folder, { recursive: true });
      return folder;
    }

    test('run twice they change nothing the second time', async () => {
      const { owner, ask } = await openEmpty();
      expect(await migrateDatabase(owner, MIGRATIONS)).toEqual({ applied: FILES });
      const before = await ask('select * from drizzle.__drizzle_migrations order by id');
      expect(await migrateDatabase(owner, MIGRATIONS)).toEqual({ applied: 0 });
      expect(await ask('select * from drizzle.__drizzle_migrations order by id')).toEqual(before);
    });

    test('an applied file that was edited is refused and nothing is changed', async () => {
      const { owner, ask } = await openEmpty();
      const folder = copyOfMigrations();
      await migrateDatabase(owner, folder);
      const edited = join(folder, '0002_grants.sql');
      writeFileSync(
        edited,
        `${readFileSync(edited, 'utf8')}--> statement-breakpoint\ncreate table stray (id int)`,
      );
      await expect(migrateDatabase(owner, folder)).rejects.toEqual(
        new MigrationHistoryError('migration 2 was changed after the database had run it'),
      );
      expect((await ask(`select to_regclass('public.stray') as stray`)).rows).toEqual([{ stray: null }]);
    });

    test('a database that is newer than the code is refused', async () => {
      const { owner } = await openEmpty();
      const folder = copyOfMigrations();
      await migrateDatabase(owner, folder);
      const journal = join(folder, 'meta', '_journal.json');
      const content = JSON.parse(readFileSync(journal, 'utf8'));
      writeFileSync(journal, JSON.stringify({ ...content, entries: content.entries.slice(0, -1) }));
      await expect(migrateDatabase(owner, folder)).rejects.toBeInstanceOf(MigrationHistoryError);
    });

    test('a migration that fails leaves the ones before it undone too, and can be run again', async () => {
      const { owner, ask } = await openEmpty();
      const folder = copyOfMigrations();
      const broken = join(folder, '0004_batch_guard.sql');
      const sound = readFileSync(broken, 'utf8');
      writeFileSync(broken, 'select 1 / 0');
      await expect(migrateDatabase(owner, folder)).rejects.toThrow();
      expect((await ask(`select to_regclass('public.members') as members`)).rows).toEqual([
        { members: null },
      ]);
      writeFileSync(broken, sound);
      expect(await migrateDatabase(owner, folder)).toEqual({ applied: FILES });
    });

    test('every unique constraint has its name in the list that verbs match conflicts with', async () => {
      const { owner, ask } = await openEmpty();
      await migrateDatabase(owner, MIGRATIONS);
      const { rows } = await ask(`
      select conname::text as name from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('p', 'u')
      union select c.relname::text from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indisunique and c.relnamespace = 'public'::regnamespace`);
      expect(rows.map(({ name }) => String(name)).sort()).toEqual([...UNIQUE_NAMES].sort());
    });

    test('whoever the owner is, the shops are apart', async () => {
      const { owner, ask } = await openEmpty();
      await migrateDatabase(owner, MIGRATIONS);
      const found = await rolledBack(ask, async (session) => {
        const tables = await seedTenants(session);
        const leaks: string[] = [];
        for (const table of tables) leaks.push(...(await findLeaks(session, table)));
        return [...leaks, ...(await findPolicyFaults(session))];
      });
      expect(found).toEqual([]);
    });

    test('a shop whose days tell less than its journals has figures from tomorrow on, one whose days tell all has them from ever', async () => {
      const { owner, ask } = await openEmpty();
      const folder = copyOfMigrations();
      const journal = join(folder, 'meta', '_journal.json');
      const content = readFileSync(journal, 'utf8');
      const { entries, ...rest } = JSON.parse(content) as { entries: { tag: string }[] };
      const before = entries.slice(
        0,
        entries.findIndex(({ tag }) => tag.endsWith('_home-figures')),
      );
      writeFileSync(journal, JSON.stringify({ ...rest, entries: before }));
      await migrateDatabase(owner, folder);
      await ask('begin');
      await seedTenants({ query: ask });
      await ask('commit');
      for (const [tenant, points] of [
        [TENANT_A, 10],
        [TENANT_B, 4],
      ] as const) {
        await ask(`select set_config('app.tenant', $1, false)`, [tenant]);
        await ask(`update journal_rows set object_kind = 'account', points = 10 where tenant_id = $1`, [
          tenant,
        ]);
        await ask(
          `update member_days set brought_points = 0, redeemed_points = 0, expired_points = 0, issued_points = $2
          where tenant_id = $1`,
          [tenant, points],
        );
      }
      writeFileSync(journal, content);
      await migrateDatabase(owner, folder);
      const whole = async (tenant: string) => {
        await ask(`select set_config('app.tenant', $1, false)`, [tenant]);
        const { rows } = await ask(
          'select figures_from > now() as later, figures_from is null as ever from tenants where id = $1',
          [tenant],
        );
        return rows;
      };
      expect([await whole(TENANT_A), await whole(TENANT_B)]).toEqual([
        [{ later: null, ever: true }],
        [{ later: true, ever: false }],
      ]);
    });

    test("the owner's commands find every shop and read each as its own requests do", async () => {
      const { owner, ask } = await openEmpty();
      await migrateDatabase(owner, MIGRATIONS);
      await ask('begin');
      await seedTenants({ query: ask });
      await ask('commit');
      const seen: unknown[] = [];
      for await (const tenantId of tenantIds(owner)) {
        seen.push(
          await asTenant(owner, tenantId, (transaction) =>
            transaction.select({ tenantId: members.tenantId }).from(members),
          ),
        );
      }
      expect(seen).toEqual([[{ tenantId: TENANT_A }], [{ tenantId: TENANT_B }]]);
    });
  },
);

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
