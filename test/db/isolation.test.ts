import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts';
import { findLeaks, seedTenants } from './isolation-check.ts';
import { findPolicyFaults, RESOLVED_TABLES } from './policy-check.ts';
import { asOwner, type Session } from './session.ts';
import type { TenantTable } from './tenant-table.ts';

const OWN = (table: TenantTable) => `${table.tenantColumn} = nullif(current_setting('app.tenant', true), '')`;

/** Ways in which one policy could come to hold less; each must be seen by what a tenant can then do. */
const WIDENED: [string, (table: TenantTable) => string][] = [
  ['dropped', ({ name }) => `drop policy tenant on "${name}"`],
  ['read by all', ({ name }) => `alter policy tenant on "${name}" using (true)`],
  ['written by all', ({ name }) => `alter policy tenant on "${name}" with check (true)`],
  ['open to all', ({ name }) => `alter policy tenant on "${name}" using (true) with check (true)`],
  [
    'open without a tenant',
    (table) =>
      `alter policy tenant on "${table.name}" using (${OWN(table)} or nullif(current_setting('app.tenant', true), '') is null)`,
  ],
  ['joined by a wider one', ({ name }) => `create policy wider on "${name}" for select using (true)`],
  ['held by another role only', ({ name }) => `alter policy tenant on "${name}" to pointmall_auth`],
  ['switched off', ({ name }) => `alter table "${name}" disable row level security`],
];

describe.each(DATABASE_KINDS)('tenants on %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database?.close());

  const seeded = <Result>(work: (session: Session, tables: TenantTable[]) => Promise<Result>) =>
    asOwner(database, async (session) => work(session, await seedTenants(session)));

  test('every table off the allow-list forces exactly its policies and leads its key with the tenant', async () => {
    expect(await asOwner(database, findPolicyFaults)).toEqual([]);
  });

  test('as one tenant, or as none, nothing of another is read, updated, deleted or inserted in any table', async () => {
    const [leaks, names] = await seeded(async (session, tables) => {
      const found: string[] = [];
      for (const table of tables) found.push(...(await findLeaks(session, table)));
      return [found, tables.map(({ name }) => name)];
    });
    expect(leaks).toEqual([]);
    expect(names.length).toBeGreaterThanOrEqual(19);
  });

  const unnoticed = (
    tablesOf: (tables: TenantTable[]) => TenantTable[],
    mutation: (table: TenantTable) => string,
    findFaults: (session: Session, table: TenantTable) => Promise<string[]>,
  ) =>
    seeded(async (session, tables) => {
      const missed: string[] = [];
      for (const table of tablesOf(tables)) {
        await session.undone(async () => {
          await session.query(mutation(table));
          if ((await findFaults(session, table)).length === 0) missed.push(table.name);
        });
      }
      return missed;
    });
  const resolved = (tables: TenantTable[]) => tables.filter(({ name }) => RESOLVED_TABLES.includes(name));

  test.each(WIDENED)('a policy that is %s is noticed, whichever table it is on', async (_, mutation) => {
    const all = (tables: TenantTable[]) => tables;
    expect(await unnoticed(all, mutation, findLeaks)).toEqual([]);
    expect(await unnoticed(all, mutation, findPolicyFaults)).toEqual([]);
  });

  test('a table that no longer forces its policies on its owner is noticed', async () => {
    const mutation = ({ name }: TenantTable) => `alter table "${name}" no force row level security`;
    expect(await unnoticed((tables) => tables, mutation, findPolicyFaults)).toEqual([]);
  });

  test('the policy that lets the directory read is noticed when it is dropped or lets anyone else read', async () => {
    const dropped = ({ name }: TenantTable) => `drop policy resolver on "${name}"`;
    const widened = ({ name }: TenantTable) => `alter policy resolver on "${name}" to public`;
    expect(await unnoticed(resolved, dropped, findPolicyFaults)).toEqual([]);
    expect(await unnoticed(resolved, widened, findPolicyFaults)).toEqual([]);
    expect(await unnoticed(resolved, widened, findLeaks)).toEqual([]);
  });

  test('a new table without policies is noticed', async () => {
    const faults = await asOwner(database, async (session) => {
      await session.query('create table stray (tenant_id text primary key, note text)');
      await session.query('create view peek as select * from members');
      return findPolicyFaults(session);
    });
    expect(faults).toEqual([
      'public.peek: is not a plain table: a view reads as its owner',
      'public.peek: row-level security is off',
      'public.peek: row-level security does not hold for the owner',
      'public.peek: policies are []',
      'public.peek: the key leads with null',
      'public.stray: row-level security is off',
      'public.stray: row-level security does not hold for the owner',
      'public.stray: policies are []',
    ]);
  });
});
