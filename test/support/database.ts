import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { neon, neonConfig } from '@neondatabase/serverless';
import { answerSql } from '../../scripts/local/neon-endpoint.ts';
import { type OpenDatabase, openPglite, openPostgres } from '../../scripts/local/open-database.ts';
import { hasPostgres, startPostgres } from './postgres.ts';

export type DatabaseKind = 'pglite' | 'postgres';
/** Both, where there is a PostgreSQL; `npm test` names it as left out where there is none. */
export const DATABASE_KINDS: readonly DatabaseKind[] = hasPostgres() ? ['pglite', 'postgres'] : ['pglite'];

export type TestDatabase = OpenDatabase & {
  /** Address of Neon's protocol over this database, `/sql` included. */
  endpointUrl: string;
  close(): Promise<void>;
};

async function openWith(opened: OpenDatabase, alsoClose: () => Promise<void>): Promise<TestDatabase> {
  const server = createServer((request, response) => answerSql(opened.database, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...opened,
    endpointUrl: `http://127.0.0.1:${port}/sql`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await opened.database.close();
      await alsoClose();
    },
  };
}

/**
 * A migrated database of its own behind Neon's protocol. PostgreSQL is a throw-away cluster; on a
 * machine that has none this throws, and so does the test.
 */
export async function openTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  if (kind === 'pglite') return openWith(await openPglite(null, 'owner'), async () => undefined);
  const server = await startPostgres();
  if (!server) throw new Error('this machine has no PostgreSQL');
  return openWith(await openPostgres(server.url), server.stop);
}

/** The real driver, pointed at the endpoint. The driver keeps one endpoint for the whole process. */
export function driverFor(endpointUrl: string, connectionString: string) {
  neonConfig.fetchEndpoint = () => endpointUrl;
  return neon(connectionString);
}
