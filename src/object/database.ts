type Value = string | number | null;
export type SqlRow = Record<string, SqlStorageValue>;

/**
 * An object's own SQLite with the platform's price kept beside it: every row written, index rows
 * and deletes included, is counted, because rows written are what a command costs.
 */
export class Database {
  #storage: DurableObjectStorage;
  #rowsWritten = 0;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  get rowsWritten(): number {
    return this.#rowsWritten;
  }

  /** Rows of a read, all at once: a cursor has no snapshot across an await. */
  all<Row extends SqlRow>(query: string, ...values: Value[]): Row[] {
    return this.#storage.sql.exec<Row>(query, ...values).toArray();
  }

  first<Row extends SqlRow>(query: string, ...values: Value[]): Row | null {
    return this.all<Row>(query, ...values)[0] ?? null;
  }

  /** Runs a write and returns how many rows it wrote. */
  run(query: string, ...values: Value[]): number {
    const cursor = this.#storage.sql.exec(query, ...values);
    cursor.toArray();
    this.#rowsWritten += cursor.rowsWritten;
    return cursor.rowsWritten;
  }

  /** A savepoint: what `work` wrote is undone when it throws, and only that. */
  savepoint<Result>(work: () => Result): Result {
    return this.#storage.transactionSync(work);
  }

  /** True where the table is there; reads only, so an object that was never opened stays empty. */
  hasTable(name: string): boolean {
    return (
      this.first("select 1 as found from sqlite_master where type = 'table' and name = ?", name) !== null
    );
  }

  /** Each setAlarm is billed as a row. */
  countAlarmWrite(): void {
    this.#rowsWritten += 1;
  }
}
