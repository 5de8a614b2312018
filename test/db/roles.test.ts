import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts';
import { seedTenants } from './isolation-check.ts';
import { asOwner, type Session } from './session.ts';

const ROLES = ['pointmall_app', 'pointmall_auth', 'pointmall_resolver'];
const list = (names: string[]) => names.map((name) => `'${name}'`).join(', ');

describe.each(DATABASE_KINDS)('roles on %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database?.close());

  const rowsOf = (text: string) => asOwner(database, async ({ query }) => (await query(text)).rows);

  /** The tables of a schema that a role may read, whether or not they hold rows. */
  const readable = (role: string, schema: string) =>
    asOwner(database, async (session: Session) => {
      const { rows } = await session.query(`select tablename from pg_tables where schemaname = '${schema}'`);
      const names = rows.map(({ tablename }) => String(tablename)).sort();
      return session.as(role, null, async () => {
        const read: string[] = [];
        for (const name of names) {
          const { refused } = await session.attempt(`select 1 from "${schema}"."${name}"`);
          if (!refused) read.push(name);
          else expect(refused.code).toBe('42501');
        }
        return { names, read };
      });
    });

  test("the Worker's roles own nothing, belong to no role and can bypass nothing", async () => {
    expect(
      await rowsOf(`
        select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
          (select count(*)::int from pg_class where relowner = r.oid) as relations,
          (select count(*)::int from pg_namespace where nspowner = r.oid) as schemas,
          (select count(*)::int from pg_auth_members where member = r.oid) as memberships
        from pg_roles r where rolname in (${list(ROLES)}) order by 1`),
    ).toEqual(
      ROLES.map((rolname) => ({
        rolname,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        relations: 0,
        schemas: 0,
        memberships: 0,
      })),
    );
  });

  test('the application reads every table of public and none of auth; sign-in the other way round', async () => {
    const [appPublic, appAuth, authPublic, authAuth] = [
      await readable('pointmall_app', 'public'),
      await readable('pointmall_app', 'auth'),
      await readable('pointmall_auth', 'public'),
      await readable('pointmall_auth', 'auth'),
    ];
    expect(appPublic.read).toEqual(appPublic.names);
    expect(appAuth.read).toEqual([]);
    expect(authPublic.read).toEqual([]);
    expect(authAuth.read).toEqual(authAuth.names);
    expect(authAuth.names).toHaveLength(13);
  });

  test("neither of the Worker's roles reads the list of migrations", async () => {
    expect(await readable('pointmall_app', 'drizzle')).toMatchObject({ read: [] });
    expect(await readable('pointmall_auth', 'drizzle')).toMatchObject({ read: [] });
  });

  test('only these functions run as another role, each of the resolver, with a fixed path, closed to the public', async () => {
    const functions = await rowsOf(`
      select n.nspname || '.' || p.proname as name, p.prosecdef as definer, o.rolname as owner,
        p.proconfig::text as settings,
        has_function_privilege('pointmall_app', p.oid, 'execute') as app,
        has_function_privilege('pointmall_auth', p.oid, 'execute') as auth
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles o on o.oid = p.proowner
      where p.prosecdef
      order by 1`);
    const definer = (name: string, app: boolean, auth = false) => ({
      name: `directory.${name}`,
      definer: true,
      owner: 'pointmall_resolver',
      settings: '{"search_path=\\"\\""}',
      app,
      auth,
    });
    expect(functions).toEqual([
      definer('connected_accounts', true),
      definer('due_objects', true),
      definer('imports_under_way', true),
      definer('log_staff_act', false, true),
      definer('overdue_orders', true),
      definer('registered_objects', true),
      definer('resolve_host', true),
      definer('resolve_key', true),
      definer('resolve_payment_account', true),
      definer('shops_closing', true),
      definer('shops_with_designs', true),
      definer('shops_with_letters', true),
      definer('tenant_ids', false),
    ]);
  });

  test('the resolver sees the columns that its functions answer with, adds lines to the log, and cannot log in', async () => {
    expect(
      await rowsOf(`
        select table_name || '.' || column_name as seen, privilege_type as may
        from information_schema.column_privileges
        where grantee = 'pointmall_resolver' and table_name <> 'audit_log' order by 1`),
    ).toEqual(
      [
        'accounts.due_at',
        'accounts.member_id',
        'accounts.tenant_id',
        'api_keys.id',
        'api_keys.key_hash',
        'api_keys.name',
        'api_keys.revoked_at',
        'api_keys.scopes',
        'api_keys.tenant_id',
        'design_schedules.publish_at',
        'design_schedules.tenant_id',
        'letters.due_at',
        'letters.tenant_id',
        'member_imports.created_at',
        'member_imports.id',
        'member_imports.state',
        'member_imports.stepped_at',
        'member_imports.tenant_id',
        'order_claims.channel',
        'order_claims.credit_at',
        'order_claims.order_id',
        'order_claims.tenant_id',
        'payment_accounts.account_id',
        'payment_accounts.state',
        'payment_accounts.tenant_id',
        'staff_events.due_at',
        'staff_events.tenant_id',
        'stocks.due_at',
        'stocks.stock_id',
        'stocks.tenant_id',
        'tenants.closing_due_at',
        'tenants.id',
        'tenants.slug',
        'tenants.state',
      ].map((seen) => ({ seen, may: 'SELECT' })),
    );
    expect(
      await rowsOf(`
        select distinct privilege_type as may from information_schema.column_privileges
        where grantee = 'pointmall_resolver' and table_name = 'audit_log'`),
    ).toEqual([{ may: 'INSERT' }]);
    expect(await rowsOf(`select rolcanlogin from pg_roles where rolname = 'pointmall_resolver'`)).toEqual([
      { rolcanlogin: false },
    ]);
  });

  test('what was done and what was published is never changed or removed by the application', async () => {
    const codes = await asOwner(database, async (session) => {
      await seedTenants(session);
      return session.as('pointmall_app', 'ten_a', async () => {
        const tried = [
          'update audit_log set action = action',
          'delete from audit_log',
          'update programme_versions set hash = hash',
          'delete from programme_versions',
          'delete from tenants',
          'truncate members',
          'create table stray (id int)',
        ];
        const refused: unknown[] = [];
        for (const statement of tried) refused.push((await session.attempt(statement)).refused?.code);
        return refused;
      });
    });
    expect(codes).toEqual(Array(7).fill('42501'));
  });
});
