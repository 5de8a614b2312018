import type { Session } from './session.ts';

/** What Postgres's catalogue says of a table that must hold tenants' rows apart. */
type Described = {
  name: string;
  kind: string;
  enabled: boolean;
  forced: boolean;
  policies: { name: string; command: string; roles: string[]; using: string; check: string | null }[];
  keyLead: string | null;
};

/** Tables that the directory's functions read across tenants, and nobody else. */
export const RESOLVED_TABLES: readonly string[] = [
  'accounts',
  'api_keys',
  'design_schedules',
  'letters',
  'member_imports',
  'order_claims',
  'payment_accounts',
  'staff_events',
  'stocks',
  'tenants',
];

const ownOnly = (column: string) =>
  `(${column} = NULLIF(current_setting('app.tenant'::text, true), ''::text))`;

/** Every relation that holds rows outside Postgres's own schemas, the migrations' list and schema auth. */
async function describeRelations({ query }: Session): Promise<Described[]> {
  const { rows } = await query(`
    select n.nspname || '.' || c.relname as name, c.relkind::text as kind,
      c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      coalesce((select json_agg(json_build_object('name', p.policyname, 'command', p.cmd,
        'roles', p.roles, 'using', p.qual, 'check', p.with_check) order by p.policyname)
        from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname), '[]') as policies,
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary) as "keyLead"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f')
      and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'auth')
      and (n.nspname, c.relname) <> ('drizzle', '__drizzle_migrations')
    order by 1`);
  return rows as Described[];
}

/** What the catalogue says that it must not; empty when every table is held by exactly its policies. */
export async function findPolicyFaults(session: Session): Promise<string[]> {
  const relations = await describeRelations(session);
  return relations.flatMap((relation) => faultsOf(relation).map((fault) => `${relation.name}: ${fault}`));
}

function faultsOf({ name, kind, enabled, forced, policies, keyLead }: Described): string[] {
  const table = name.replace(/^public\./, '');
  const column = table === 'tenants' ? 'id' : 'tenant_id';
  const expected = [
    ...(RESOLVED_TABLES.includes(table)
      ? [{ name: 'resolver', command: 'SELECT', roles: ['pointmall_resolver'], using: 'true', check: null }]
      : []),
    { name: 'tenant', command: 'ALL', roles: ['public'], using: ownOnly(column), check: ownOnly(column) },
  ];
  const faults: string[] = [];
  if (kind !== 'r') faults.push('is not a plain table: a view reads as its owner');
  if (!enabled) faults.push('row-level security is off');
  if (!forced) faults.push('row-level security does not hold for the owner');
  if (JSON.stringify(policies) !== JSON.stringify(expected)) {
    faults.push(`policies are ${JSON.stringify(policies)}`);
  }
  if (keyLead !== column) faults.push(`the key leads with ${keyLead}`);
  return faults;
}
