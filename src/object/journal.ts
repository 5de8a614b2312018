import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { type ChainOrigin, canonicalJson, genesisHash, hashDetail, hashRow } from '../domain/chain.ts';
import type { JournalRow, JournalType, JsonObject } from '../domain/journal.ts';
import type { Database } from './database.ts';

/** A row travels whole in one queue message, which must stay below 100 kB with its envelope. */
const ROW_BYTES_MAX = 80_000;
const SALT_BYTES = 16;

export type Head = { seq: number; hash: string };
export type NewRow = { type: JournalType; atMs: number; body: JsonObject; detail?: JsonObject | null };

type StoredRow = {
  seq: number;
  at_ms: number;
  type: string;
  body: string;
  detail: string | null;
  salt: string | null;
  detail_hash: string | null;
  previous_hash: string;
  hash: string;
};

const ROW_COLUMNS = `j.seq, j.at_ms, j.type, j.body, d.detail, d.salt, j.detail_hash, j.previous_hash, j.hash
  from journal j left join journal_details d on d.seq = j.seq`;

/**
 * The append-only, hash-chained journal of one object. Appends happen inside a savepoint on a
 * draft of the head; the head in memory moves only once that savepoint has been released.
 */
export class Journal {
  #database: Database;
  #origin: ChainOrigin;
  #head: Head;

  constructor(database: Database, origin: ChainOrigin) {
    this.#database = database;
    this.#origin = origin;
    const last = database.first<{ seq: number; hash: string }>(
      'select seq, hash from journal order by seq desc limit 1',
    );
    this.#head = last ?? { seq: 0, hash: genesisHash(origin) };
  }

  get head(): Head {
    return this.#head;
  }

  get origin(): ChainOrigin {
    return this.#origin;
  }

  /** Runs `work` in its own savepoint; either everything it wrote stands and the head moves, or nothing. */
  transaction<Result>(work: (append: (row: NewRow) => JournalRow) => Result): Result {
    let draft = this.#head;
    const result = this.#database.savepoint(() =>
      work((row) => {
        const appended = this.#append(draft, row);
        draft = { seq: appended.seq, hash: appended.hash };
        return appended;
      }),
    );
    this.#head = draft;
    return result;
  }

  #append(head: Head, { type, atMs, body, detail = null }: NewRow): JournalRow {
    const salt = detail === null ? null : randomBytes(SALT_BYTES).toString('hex');
    const chained = {
      epoch: this.#origin.epoch,
      seq: head.seq + 1,
      atMs,
      type,
      body,
      detailHash: detail === null || salt === null ? null : hashDetail(salt, detail),
      previousHash: head.hash,
    };
    const row: JournalRow = { ...chained, detail, salt, hash: hashRow(chained) };
    const text = canonicalJson(body);
    const detailText = detail === null ? null : canonicalJson(detail);
    if (Buffer.byteLength(text) + Buffer.byteLength(detailText ?? '') > ROW_BYTES_MAX)
      throw new Error(`a ${type} row is too large for one message`);
    this.#database.run(
      'insert into journal (seq, at_ms, type, body, detail_hash, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?)',
      row.seq,
      atMs,
      type,
      text,
      row.detailHash,
      row.previousHash,
      row.hash,
    );
    if (detailText !== null && salt !== null)
      this.#database.run(
        'insert into journal_details (seq, salt, detail) values (?, ?, ?)',
        row.seq,
        salt,
        detailText,
      );
    return row;
  }

  /** Throws where storage and memory disagree about the last row: then memory is not to be believed. */
  assertHead(): void {
    const stored = this.#database.first<{ hash: string }>(
      'select hash from journal order by seq desc limit 1',
    );
    if (stored !== null && stored.hash !== this.#head.hash)
      throw new Error('the head in memory is not the stored one');
  }

  /** Rows from `fromSeq` upwards, oldest first. */
  page(fromSeq: number, limit: number): JournalRow[] {
    const rows = this.#database.all<StoredRow>(
      `select ${ROW_COLUMNS} where j.seq >= ? order by j.seq limit ?`,
      fromSeq,
      limit,
    );
    return rows.map((row) => this.#restore(row));
  }

  row(seq: number): JournalRow | null {
    return this.page(seq, 1).find((row) => row.seq === seq) ?? null;
  }

  /**
   * Rows of the given types below `beforeSeq` (null: from the newest), newest first; `gainsOnly` leaves
   * out what took points.
   */
  newest(
    types: readonly JournalType[],
    beforeSeq: number | null,
    limit: number,
    { gainsOnly = false }: { gainsOnly?: boolean } = {},
  ): JournalRow[] {
    const rows = this.#database.all<StoredRow>(
      `select ${ROW_COLUMNS} where j.seq < ? and j.type in (select value from json_each(?))
        ${gainsOnly ? `and json_extract(j.body, '$.points') > 0` : ''} order by j.seq desc limit ?`,
      beforeSeq ?? Number.MAX_SAFE_INTEGER,
      JSON.stringify(types),
      limit,
    );
    return rows.map((row) => this.#restore(row));
  }

  /** The rows with these numbers, newest first. */
  rowsOf(seqs: readonly number[]): JournalRow[] {
    const rows = this.#database.all<StoredRow>(
      `select ${ROW_COLUMNS} where j.seq in (select value from json_each(?)) order by j.seq desc`,
      JSON.stringify(seqs),
    );
    return rows.map((row) => this.#restore(row));
  }

  /**
   * What rows of the types gave and took from `fromMs` until before `toMs`. Walks outwards from a row
   * near that time, so that it reads the rows of the span and no others.
   */
  sumsBetween(
    types: readonly JournalType[],
    { nearSeq, fromMs, toMs }: { nearSeq: number; fromMs: number; toMs: number },
  ): { gainedPoints: number; takenPoints: number } {
    const points = `json_extract(body, '$.points')`;
    const sums = this.#database.first<{ gained: number; taken: number }>(
      `select coalesce(sum(max(${points}, 0)), 0) as gained, coalesce(sum(min(${points}, 0)), 0) as taken
        from journal where type in (select value from json_each(?)) and at_ms >= ? and at_ms < ?
          and seq > coalesce(
            (select seq from journal where seq <= ? and at_ms < ? order by seq desc limit 1), 0)
          and seq < coalesce(
            (select seq from journal where seq >= ? and at_ms >= ? order by seq limit 1), ?)`,
      JSON.stringify(types),
      fromMs,
      toMs,
      nearSeq,
      fromMs,
      nearSeq,
      toMs,
      Number.MAX_SAFE_INTEGER,
    );
    return { gainedPoints: sums?.gained ?? 0, takenPoints: sums?.taken ?? 0 };
  }

  /** When the row was written; what waits to be sent is due from then on. */
  atMsOf(seq: number): number | null {
    return (
      this.#database.first<{ at_ms: number }>('select at_ms from journal where seq = ?', seq)?.at_ms ?? null
    );
  }

  /** Erases every detail with its salt; what the chain covers stays. Returns how many rows had one. */
  eraseDetails(throughSeq: number): number {
    return this.#database.run('delete from journal_details where seq <= ?', throughSeq);
  }

  #restore(stored: StoredRow): JournalRow {
    return {
      epoch: this.#origin.epoch,
      seq: stored.seq,
      atMs: stored.at_ms,
      type: stored.type as JournalType,
      body: JSON.parse(stored.body),
      detail: stored.detail === null ? null : JSON.parse(stored.detail),
      salt: stored.salt,
      detailHash: stored.detail_hash,
      previousHash: stored.previous_hash,
      hash: stored.hash,
    };
  }
}
