import type { Json } from '../domain/journal.ts';
import type { Database } from './database.ts';

const DAY_MS = 86_400_000;
/** How long a replay gets its first result; the same promise as `idempotency_keys` in Postgres. */
export const TRANSPORT_KEY_DAYS = 45;
/** Keys looked at per alarm: reads are cheap, and no write has to wait for a long deletion. */
const PRUNE_SCAN = 200;

export type StoredResult = { inputHash: string; seq: number; result: Json };

/** Takes a natural key for ever. Throws where it is taken, which undoes the command around it. */
export function claimNaturalKey(database: Database, naturalKey: string, seq: number): void {
  database.run('insert into natural_keys (natural_key, seq) values (?, ?)', naturalKey, seq);
}

/** Which of the natural keys are taken, each with the row of its effect. */
export function findNaturalKeys(database: Database, naturalKeys: readonly string[]): Map<string, number> {
  const rows = database.all<{ natural_key: string; seq: number }>(
    'select natural_key, seq from natural_keys where natural_key in (select value from json_each(?))',
    JSON.stringify(naturalKeys),
  );
  return new Map(rows.map((row) => [row.natural_key, row.seq]));
}

/** Natural keys in their own order, those after the given one. */
export function naturalKeysAfter(
  database: Database,
  after: string,
  limit: number,
): { naturalKey: string; seq: number }[] {
  return database
    .all<{ natural_key: string; seq: number }>(
      'select natural_key, seq from natural_keys where natural_key > ? order by natural_key limit ?',
      after,
      limit,
    )
    .map((row) => ({ naturalKey: row.natural_key, seq: row.seq }));
}

/** Natural keys that begin so, in their own order. */
export function naturalKeysFrom(
  database: Database,
  beginning: string,
): { naturalKey: string; seq: number }[] {
  return database
    .all<{ natural_key: string; seq: number }>(
      'select natural_key, seq from natural_keys where natural_key > ? and natural_key < ? order by natural_key',
      beginning,
      `${beginning}\u{10ffff}`,
    )
    .map((row) => ({ naturalKey: row.natural_key, seq: row.seq }));
}

export function findTransportKey(database: Database, key: string): StoredResult | null {
  const row = database.first<{ input_hash: string; seq: number; result: string }>(
    'select input_hash, seq, result from transport_keys where key = ?',
    key,
  );
  return row && { inputHash: row.input_hash, seq: row.seq, result: JSON.parse(row.result) };
}

export function keepTransportKey(
  database: Database,
  key: string,
  kept: { inputHash: string; seq: number; result: unknown },
  nowMs: number,
): void {
  database.run(
    'insert into transport_keys (key, input_hash, seq, result, at_ms) values (?, ?, ?, ?, ?)',
    key,
    kept.inputHash,
    kept.seq,
    JSON.stringify(kept.result),
    nowMs,
  );
}

/**
 * Forgets what the kept commands were: an unsalted hash of an address can be guessed. Their keys stay
 * taken; a repetition is then refused, because nothing tells any more that it is the same.
 */
export function forgetInputs(database: Database): void {
  database.run("update transport_keys set input_hash = '' where input_hash <> ''");
}

/** Kept keys in their own order, those after the given one. */
export function transportKeysAfter(
  database: Database,
  after: string,
  limit: number,
): { key: string; seq: number; result: Json }[] {
  return database
    .all<{ key: string; seq: number; result: string }>(
      'select key, seq, result from transport_keys where key > ? order by key limit ?',
      after,
      limit,
    )
    .map((row) => ({ key: row.key, seq: row.seq, result: JSON.parse(row.result) }));
}

/**
 * Deletes outdated keys among the next few after `cursor` in key order and returns where to go on,
 * null at the end. Walking by key needs no index on time, which every command would pay for.
 */
export function pruneTransportKeys(database: Database, cursor: string, nowMs: number): string | null {
  const scanned = database.all<{ key: string; at_ms: number }>(
    'select key, at_ms from transport_keys where key > ? order by key limit ?',
    cursor,
    PRUNE_SCAN,
  );
  for (const { key, at_ms } of scanned)
    if (at_ms < nowMs - TRANSPORT_KEY_DAYS * DAY_MS)
      database.run('delete from transport_keys where key = ?', key);
  return scanned.length < PRUNE_SCAN ? null : (scanned.at(-1)?.key ?? null);
}
