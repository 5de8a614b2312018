import { localFetch } from '../../scripts/local/local-fetch.ts';
import type { JournalRow, ObjectKind } from '../../src/domain/journal.ts';
import type { ServerAddress } from '../support/server.ts';

const PAGE_ROWS = 500;

export type ObjectName = { kind: ObjectKind; tenantId: string; objectId: string };
export type Cursors = { headSeq: number; headHash: string; confirmedSeq: number; epoch: number };

/** One question to an object, by the door that the audit uses. */
async function askObject<Value>(
  { port, addresses }: ServerAddress,
  { kind, tenantId, objectId }: ObjectName,
  question: Record<string, unknown>,
): Promise<Value> {
  const response = await localFetch(`http://console.localhost:${port}/__internal/objects`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${addresses.internalToken}` },
    body: JSON.stringify({ kind, tenantId, objectId, ...question }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${kind} ${objectId} answered ${response.status}: ${text}`);
  const outcome = JSON.parse(text) as { ok: boolean; value: Value };
  if (!outcome.ok) throw new Error(`${kind} ${objectId} refused: ${text}`);
  return outcome.value;
}

/** An object's whole journal, as it has it itself. */
export async function exportJournal(server: ServerAddress, name: ObjectName): Promise<JournalRow[]> {
  const rows: JournalRow[] = [];
  let fromSeq: number | null = 1;
  while (fromSeq !== null) {
    const page: { items: JournalRow[]; nextCursor: number | null } = await askObject(server, name, {
      method: 'exportJournal',
      page: { fromSeq, limit: PAGE_ROWS },
    });
    rows.push(...page.items);
    fromSeq = page.nextCursor;
  }
  return rows;
}

export function readCursors(server: ServerAddress, name: ObjectName): Promise<Cursors> {
  return askObject<Cursors>(server, name, { method: 'exportState' });
}
