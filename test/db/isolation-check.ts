import { insertOf, mintRow } from './minted-row.ts';
import type { Session, Tried } from './session.ts';
import { readTenantTables, type TenantTable } from './tenant-table.ts';

/** The two shops whose rows are minted; every leak is told from A's side. */
export const TENANT_A = 'ten_a';
export const TENANT_B = 'ten_b';

const APP = 'pointmall_app';
const SEEDED = 1;
/** Serials of rows that are inserted only to be refused; far from the seeded ones. */
const FRESH = 70;

const DENIED = '42501';

/** What the table's own row-level security looks like from outside, as opposed to a privilege that is missing. */
const refusedByPolicy = ({ refused }: Tried, { name }: TenantTable) =>
  refused?.code === DENIED && refused.message.includes(`row-level security policy for table "${name}"`);
const refusedOutright = ({ refused }: Tried) => refused?.code === DENIED;

/** One row of each tenant in every table, written by the Worker's role under that tenant. */
export async function seedTenants(session: Pick<Session, 'query'>): Promise<TenantTable[]> {
  const tables = await readTenantTables(session);
  for (const tenantId of [TENANT_A, TENANT_B]) {
    await session.query(`select set_config('app.tenant', $1, true)`, [tenantId]);
    await session.query(`set local role ${APP}`);
    for (const table of tables) await session.query(...insertOf(table, mintRow(table, tenantId, SEEDED)));
    await session.query('reset role');
  }
  await session.query(`select set_config('app.tenant', '', true)`);
  return tables;
}

/**
 * What the Worker's role can do, in a table, that it must not, by what it sees and by what the
 * statements come to; empty when the shops are apart. Writes nothing that stays.
 */
export async function findLeaks(session: Session, table: TenantTable): Promise<string[]> {
  const leaks = [
    ...(await leaksWithoutTenant(session, table, null)),
    ...(await leaksWithoutTenant(session, table, '')),
    ...(await leaksInReading(session, table)),
    ...(await leaksInWriting(session, table)),
  ];
  return leaks.map((leak) => `${table.name}: ${leak}`);
}

async function leaksWithoutTenant(
  session: Session,
  table: TenantTable,
  tenantId: null | '',
): Promise<string[]> {
  const setting = tenantId === null ? 'with no tenant' : 'with an empty tenant';
  return session.as(APP, tenantId, async () => {
    const leaks: string[] = [];
    const { rows } = await session.query(`select 1 from "${table.name}"`);
    if (rows.length > 0) leaks.push(`${rows.length} rows are read ${setting}`);
    const inserted = await session.attempt(...insertOf(table, mintRow(table, TENANT_A, FRESH)));
    if (!refusedByPolicy(inserted, table)) leaks.push(`a row is inserted ${setting}`);
    for (const [verb, statement] of changes(table)) {
      const changed = await session.attempt(statement);
      if (changed.rowCount > 0) leaks.push(`rows are ${verb} ${setting}`);
    }
    return leaks;
  });
}

async function leaksInReading(session: Session, table: TenantTable): Promise<string[]> {
  return session.as(APP, TENANT_A, async () => {
    const { rows } = await session.query(`select "${table.tenantColumn}" as tenant from "${table.name}"`);
    const tenants = rows.map(({ tenant }) => tenant);
    const leaks: string[] = [];
    if (tenants.includes(TENANT_B)) leaks.push("B's rows are read as A");
    if (!tenants.includes(TENANT_A)) leaks.push('A cannot read its own rows');
    return leaks;
  });
}

/** Statements without a condition: what they may not touch, only a policy can keep from them. */
function changes(table: TenantTable): [string, string][] {
  return [
    ['updated', `update "${table.name}" set "${table.freeColumn}" = "${table.freeColumn}"`],
    // Reads no column, so the policy for reading alone would not stop it.
    ['moved', `update "${table.name}" set "${table.tenantColumn}" = '${TENANT_A}'`],
    ['deleted', `delete from "${table.name}"`],
  ];
}

async function leaksInWriting(session: Session, table: TenantTable): Promise<string[]> {
  return session.as(APP, TENANT_A, async () => {
    const leaks: string[] = [];
    const foreign = await session.attempt(...insertOf(table, mintRow(table, TENANT_B, FRESH)));
    if (!refusedByPolicy(foreign, table)) leaks.push('a row of B is inserted as A');
    const givenAway = await session.attempt(
      `update "${table.name}" set "${table.tenantColumn}" = '${TENANT_B}' where "${table.tenantColumn}" = '${TENANT_A}'`,
    );
    if (!refusedOutright(givenAway)) leaks.push("A's row is given to B");
    // One that was minted, and what a trigger made of others.
    const { rows: hers } = await session.query(
      `select 1 from "${table.name}" where "${table.tenantColumn}" = '${TENANT_A}'`,
    );
    for (const [verb, statement] of changes(table)) {
      await session.undone(async () => {
        const changed = await session.attempt(statement);
        if (changed.rowCount > hers.length) leaks.push(`more than A's own rows are ${verb} as A`);
      });
    }
    const own = await session.attempt(...insertOf(table, mintRow(table, TENANT_A, FRESH)));
    // Its parent was not minted or its key is taken: either way the policy let it past.
    if (refusedOutright(own)) leaks.push('A cannot insert its own row');
    return leaks;
  });
}
