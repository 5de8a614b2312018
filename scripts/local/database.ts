/** One statement as Neon's HTTP protocol carries it: every parameter is Postgres text or null. */
export type Statement = { text: string; parameters: (string | null)[] };

export const ISOLATION_LEVELS = {
  ReadUncommitted: 'read uncommitted',
  ReadCommitted: 'read committed',
  RepeatableRead: 'repeatable read',
  Serializable: 'serializable',
} as const;

export type BatchOptions = {
  isolationLevel?: keyof typeof ISOLATION_LEVELS | undefined;
  readOnly?: boolean;
  deferrable?: boolean;
};

export type Field = {
  name: string;
  dataTypeID: number;
  tableID: number;
  columnID: number;
  dataTypeSize: number;
  dataTypeModifier: number;
};

/** Cells are Postgres text; the driver parses them by `dataTypeID`. */
export type StatementResult = {
  command: string | null;
  rowCount: number | null;
  fields: Field[];
  rows: (string | null)[][];
};

/** A Postgres that answers requests each on its own: there is no session between two of them. */
export type Database = {
  /** Runs one statement in a transaction of its own, as the user of the connection string. */
  run(connectionString: string, statement: Statement): Promise<StatementResult>;
  /** Runs all statements in one transaction; the first failure undoes all and is thrown. */
  runBatch(
    connectionString: string,
    statements: Statement[],
    options: BatchOptions,
  ): Promise<StatementResult[]>;
  close(): Promise<void>;
};

/** The fields of a Postgres error that the driver hands on, in the protocol's spelling. */
export const ERROR_FIELDS = [
  'severity',
  'code',
  'detail',
  'hint',
  'position',
  'internalPosition',
  'internalQuery',
  'where',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'file',
  'line',
  'routine',
] as const;

/** What Postgres said: the request was understood and refused, so trying again changes nothing. */
export class StatementError extends Error {
  readonly fields: Partial<Record<(typeof ERROR_FIELDS)[number], string>>;

  constructor(source: { message?: string | undefined }) {
    super(source.message ?? 'unknown database error');
    const given = source as Partial<Record<string, string | undefined>>;
    this.fields = Object.fromEntries(
      ERROR_FIELDS.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
    );
  }
}

/** `BEGIN` with what the batch headers ask for. */
export function beginText({ isolationLevel, readOnly, deferrable }: BatchOptions): string {
  const modes = [
    isolationLevel && `isolation level ${ISOLATION_LEVELS[isolationLevel]}`,
    readOnly && 'read only',
    deferrable && 'deferrable',
  ].filter(Boolean);
  return ['begin', modes.join(', ')].join(' ').trim();
}

/** Reads a command tag such as `INSERT 0 1`; tags without a count say null. */
export function readCommandTag(tag: string): { command: string | null; rowCount: number | null } {
  const words = tag.split(' ');
  const count = Number(words.at(-1));
  return { command: words[0] || null, rowCount: Number.isInteger(count) ? count : null };
}
