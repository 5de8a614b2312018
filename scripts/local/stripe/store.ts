import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import type { ObjectTable, TableName, Tables } from './tables.ts';

/** One row as it is from now on; null removes it. */
type Change = [table: TableName, id: string, row: unknown];

/** Rows that something is still to happen to: they are looked through all the time, the others never. */
const IS_LIVE: { [Name in 'sessions' | 'deliveries']: (row: Tables[Name]) => boolean } = {
  sessions: ({ object }) => object.status === 'open',
  deliveries: ({ state }) => state === 'waiting',
};
type LiveTable = keyof typeof IS_LIVE;

/**
 * Everything the stand-in knows: maps in memory behind an append-only file, one line for each
 * transaction, written before anybody is answered. A kill leaves whole transactions, and all that
 * were answered; a power cut may not, as with the embedded Postgres.
 */
export class Store {
  readonly #tables = new Map<TableName, Map<string, unknown>>();
  readonly #live: { [Name in LiveTable]: Map<string, Tables[Name]> } = {
    sessions: new Map(),
    deliveries: new Map(),
  };
  readonly #descriptor: number;
  #staged: Map<string, Change> | null = null;

  constructor(file: string) {
    if (existsSync(file)) this.#read(readFileSync(file, 'utf8'));
    this.#descriptor = this.#rewrite(file);
  }

  get<Name extends TableName>(table: Name, id: string): Tables[Name] | undefined {
    const staged = this.#staged?.get(`${table}/${id}`);
    const row = staged ? staged[2] : this.#table(table).get(id);
    return (row ?? undefined) as Tables[Name] | undefined;
  }

  /** Every row that satisfies, in the order of their making; outside a transaction's own changes. */
  entries<Name extends TableName>(table: Name): [string, Tables[Name]][] {
    return [...this.#table(table)] as [string, Tables[Name]][];
  }

  /** Open sessions, or deliveries that wait. */
  live<Name extends LiveTable>(table: Name): [string, Tables[Name]][] {
    return [...this.#live[table]];
  }

  /** The objects of one account, oldest first. */
  objectsOf<Name extends ObjectTable>(table: Name, account: string): Tables[Name]['object'][] {
    return this.entries(table).flatMap(([, row]) => (row.account === account ? [row.object] : []));
  }

  /** Writes a row, whole, within a transaction; null removes it. */
  put<Name extends TableName>(table: Name, id: string, row: Tables[Name] | null): void {
    if (!this.#staged) throw new Error('rows change within a transaction only');
    this.#staged.set(`${table}/${id}`, [table, id, row]);
  }

  /** Runs `act` and keeps all that it put, written before this returns; when it throws, nothing of it. */
  transaction<Result>(act: () => Result): Result {
    if (this.#staged) throw new Error('transactions do not nest');
    const staged = new Map<string, Change>();
    this.#staged = staged;
    try {
      const result = act();
      if (staged.size > 0) writeSync(this.#descriptor, `${JSON.stringify([...staged.values()])}\n`);
      for (const change of staged.values()) this.#apply(change);
      return result;
    } finally {
      this.#staged = null;
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #table(name: TableName): Map<string, unknown> {
    const known = this.#tables.get(name);
    if (known) return known;
    const made = new Map<string, unknown>();
    this.#tables.set(name, made);
    return made;
  }

  #apply([table, id, row]: Change): void {
    if (row === null) this.#table(table).delete(id);
    else this.#table(table).set(id, row);
    if (table === 'sessions') this.#index(table, id, row as Tables['sessions'] | null);
    if (table === 'deliveries') this.#index(table, id, row as Tables['deliveries'] | null);
  }

  #index<Name extends LiveTable>(table: Name, id: string, row: Tables[Name] | null): void {
    const live: Map<string, Tables[Name]> = this.#live[table];
    if (row !== null && IS_LIVE[table](row)) live.set(id, row);
    else live.delete(id);
  }

  #read(text: string): void {
    const lines = text.split('\n');
    // What follows the last line end was cut off by a kill: nobody was told of it.
    lines.pop();
    for (const line of lines) for (const change of JSON.parse(line) as Change[]) this.#apply(change);
  }

  /** Begins the file anew with the rows as they stand, so that it does not grow over restarts. */
  #rewrite(file: string): number {
    const lines = [...this.#tables].flatMap(([table, rows]) =>
      [...rows].map(([id, row]) => `${JSON.stringify([[table, id, row]])}\n`),
    );
    writeFileSync(`${file}.new`, lines.join(''), { mode: 0o600 });
    const descriptor = openSync(`${file}.new`, 'a');
    renameSync(`${file}.new`, file);
    return descriptor;
  }
}
