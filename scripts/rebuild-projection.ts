import process from 'node:process';
import { parseArgs } from 'node:util';
import { listTenants, openBooks } from './audit/postgres.ts';
import { findReach } from './audit/reach.ts';
import { rebuildTenant } from './audit/rebuild-tenant.ts';

const { values } = parseArgs({ options: { tenant: { type: 'string' } } });

const reach = findReach();
if (reach === null) {
  console.error('No Pointmall has run here: start one, or set CONSOLE_URL, INTERNAL_TOKEN and DATABASE_URL.');
  process.exit(2);
}
const books = openBooks(reach);
for (const tenantId of await listTenants(books)) {
  if (values.tenant !== undefined && values.tenant !== tenantId) continue;
  const { objects, rows, parkedRows } = await rebuildTenant(reach, books, tenantId);
  console.log(`${tenantId}: ${rows} rows of ${objects} objects folded again, ${parkedRows} parked.`);
}
