import type { Session } from './session.ts';

type Column = { name: string; type: string };

/** What Postgres itself says of a table that holds tenants' rows. */
export type TenantTable = {
  name: string;
  columns: Column[];
  key: string[];
  /** First column of the key: the tenant. */
  tenantColumn: string;
  /** A column that no key, unique constraint or foreign key needs; the key's last where all are of the key. */
  freeColumn: string;
  parents: { table: string; columns: string[]; parentColumns: string[] }[];
};

/** Every table of schema public, parents before their children. */
export async function readTenantTables({ query }: Pick<Session, 'query'>): Promise<TenantTable[]> {
  const { rows } = await query(
    `
    select c.relname as name,
      (select json_agg(json_build_object('name', column_name, 'type', udt_name) order by ordinal_position)
       from information_schema.columns where table_schema = 'public' and table_name = c.relname and is_generated = 'NEVER') as columns,
      coalesce((select json_agg(json_build_object('kind', k.contype, 'columns', names(k.conrelid, k.conkey),
        'parent', k.confrelid::regclass::text, 'parentColumns', names(k.confrelid, k.confkey)))
       from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f')), '[]') as constraints
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by 1`.replaceAll(/names\(([^,]+), ([^)]+)\)/g, COLUMN_NAMES),
  );
  return parentsFirst(rows.map((row) => tableOf(row as Described)));
}

const COLUMN_NAMES = `(select json_agg(a.attname order by u.position)
  from unnest($2) with ordinality as u(number, position)
  join pg_attribute a on a.attrelid = $1 and a.attnum = u.number)`;

type Described = {
  name: string;
  columns: Column[];
  constraints: { kind: 'p' | 'u' | 'f'; columns: string[]; parent: string; parentColumns: string[] }[];
};

function tableOf({ name, columns, constraints }: Described): TenantTable {
  const key = constraints.find(({ kind }) => kind === 'p')?.columns ?? [];
  const constrained = new Set(constraints.flatMap((constraint) => constraint.columns));
  const [tenantColumn] = key;
  const freeColumn = columns.find((column) => !constrained.has(column.name))?.name ?? key.at(-1);
  if (tenantColumn === undefined || freeColumn === undefined)
    throw new Error(`${name} has no key or no content`);
  const parents = constraints
    .filter(({ kind }) => kind === 'f')
    .map(({ parent, columns: own, parentColumns }) => ({ table: parent, columns: own, parentColumns }));
  return { name, columns, key, tenantColumn, freeColumn, parents };
}

function parentsFirst(tables: TenantTable[]): TenantTable[] {
  const sorted: TenantTable[] = [];
  const place = (table: TenantTable) => {
    if (sorted.includes(table)) return;
    for (const { table: parent } of table.parents) {
      const found = tables.find(({ name }) => name === parent);
      if (found) place(found);
    }
    sorted.push(table);
  };
  tables.forEach(place);
  return sorted;
}
