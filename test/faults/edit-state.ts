import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PGlite } from '@electric-sql/pglite';
import type { ObjectKind } from '../../src/domain/journal.ts';

const FOLDERS: Record<ObjectKind, string> = { account: '-PointsAccount', stock: '-RewardStock' };

/** Edits an object's own database file behind its back; the server must be stopped. */
export function editObject(stateFolder: string, kind: ObjectKind, objectId: string, statement: string): void {
  const folder = join(stateFolder, 'edge', 'do', FOLDERS[kind]);
  for (const file of readdirSync(folder)) {
    if (!/^[0-9a-f]{64}\.sqlite$/.test(file)) continue;
    const database = new DatabaseSync(join(folder, file));
    try {
      if (ownerOf(database) !== objectId) continue;
      const { changes } = database.prepare(statement).run();
      if (changes === 0) throw new Error(`nothing was edited: ${statement}`);
      return;
    } finally {
      database.close();
    }
  }
  throw new Error(`there is no file of ${kind} ${objectId}`);
}

/** Whose file it is; one that was only asked for a missing id has no tables. */
function ownerOf(database: DatabaseSync): unknown {
  const opened = database.prepare("select 1 from sqlite_master where name = 'object_identity'").get();
  return opened && database.prepare('select object_id from object_identity').get()?.object_id;
}

/** Edits the embedded Postgres as its superuser; the server must be stopped. */
export async function editPostgres(stateFolder: string, statements: readonly string[]): Promise<void> {
  const pglite = await PGlite.create({ dataDir: join(stateFolder, 'postgres') });
  try {
    for (const statement of statements) {
      const { affectedRows } = await pglite.query(statement);
      if (affectedRows === 0 && !statement.startsWith('alter'))
        throw new Error(`nothing was edited: ${statement}`);
    }
  } finally {
    await pglite.close();
  }
}

type Kind = 'charges' | 'refunds';
/** An object of the stand-in's with the account that it belongs to. */
export type StripeRow = { account: string; object: Record<string, unknown> };

/** Every charge or refund in the stand-in's own books, by id; the server must be stopped. */
export function readStripe(stateFolder: string, kind: Kind): Map<string, StripeRow> {
  const rows = new Map<string, StripeRow>();
  for (const line of readFileSync(stripeFile(stateFolder), 'utf8').split('\n').slice(0, -1))
    for (const [table, id, row] of JSON.parse(line) as [string, string, StripeRow | null][]) {
      if (table !== kind) continue;
      if (row === null) rows.delete(id);
      else rows.set(id, row);
    }
  return rows;
}

/** Puts a charge or refund into the stand-in's books behind its back, or takes it out of them. */
export function editStripe(stateFolder: string, kind: Kind, id: string, row: StripeRow | null): void {
  appendFileSync(stripeFile(stateFolder), `${JSON.stringify([[kind, id, row]])}\n`);
}

const stripeFile = (stateFolder: string) => join(stateFolder, 'stripe.jsonl');
