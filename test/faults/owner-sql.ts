import { localFetch } from '../../scripts/local/local-fetch.ts';
import type { ServerAddress } from '../support/server.ts';

/** Rows of a query as the database's owner sees them, each as JSON: every column as Postgres has it. */
export async function ownerRows<Row extends Record<string, unknown>>(
  { addresses }: ServerAddress,
  query: string,
  params: string[],
): Promise<Row[]> {
  const response = await localFetch(`${addresses.services}/sql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'neon-connection-string': addresses.databaseOwnerUrl,
      'neon-raw-text-output': 'true',
      'neon-array-mode': 'true',
    },
    body: JSON.stringify({ query: `select to_jsonb(found)::text from (${query}) found`, params }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`the database answered ${response.status}: ${text}`);
  const { rows } = JSON.parse(text) as { rows: [string][] };
  return rows.map(([row]) => JSON.parse(row) as Row);
}
