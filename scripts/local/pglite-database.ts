import { PGlite, protocol } from '@electric-sql/pglite';
import {
  type BatchOptions,
  beginText,
  type Database,
  type Field,
  readCommandTag,
  type Statement,
  StatementError,
  type StatementResult,
} from './database.ts';

type Message = { name: string };
type RowDescription = Message & { fields: Field[] };
type DataRow = Message & { fields: (string | null)[] };
type CommandComplete = Message & { text: string };

const { serialize } = protocol;

/**
 * The embedded Postgres behind the endpoint. It has one session, so requests wait for each other,
 * and its user is a superuser, so each request's transaction takes the role that its connection
 * string names, after a look at the password.
 */
export class PgliteDatabase implements Database {
  readonly #pglite: PGlite;
  readonly #passwords: ReadonlyMap<string, string>;
  #lastRequest: Promise<unknown> = Promise.resolve();

  private constructor(pglite: PGlite, passwords: ReadonlyMap<string, string>) {
    this.#pglite = pglite;
    this.#passwords = passwords;
  }

  /**
   * Opens the database in `folder`, or one in memory; a new one begins as a copy of `template`.
   * `passwords` lists the roles that may connect.
   */
  static async open(
    folder: string | null,
    passwords: ReadonlyMap<string, string>,
    template: Blob | null = null,
  ) {
    const pglite = await PGlite.create({
      ...(folder !== null && { dataDir: folder }),
      ...(template !== null && { loadDataDir: template }),
    });
    return new PgliteDatabase(pglite, passwords);
  }

  /** The embedded database itself, for migrations; nothing else may talk to it meanwhile. */
  exclusively<Result>(work: (pglite: PGlite) => Promise<Result>): Promise<Result> {
    const result = this.#lastRequest.then(() => work(this.#pglite));
    this.#lastRequest = result.catch(() => undefined);
    return result;
  }

  async run(connectionString: string, statement: Statement): Promise<StatementResult> {
    const [result] = await this.runBatch(connectionString, [statement], {});
    if (!result) throw new Error('a statement gave no result');
    return result;
  }

  runBatch(
    connectionString: string,
    statements: Statement[],
    options: BatchOptions,
  ): Promise<StatementResult[]> {
    const role = this.#authenticate(connectionString);
    return this.exclusively(async () => {
      await this.#execute({ text: beginText(options), parameters: [] });
      try {
        await this.#execute({ text: `set local role "${role.replaceAll('"', '""')}"`, parameters: [] });
        const results: StatementResult[] = [];
        for (const statement of statements) results.push(await this.#execute(statement));
        await this.#execute({ text: 'commit', parameters: [] });
        return results;
      } catch (error) {
        await this.#execute({ text: 'rollback', parameters: [] });
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.exclusively((pglite) => pglite.close());
  }

  #authenticate(connectionString: string): string {
    const { username, password } = new URL(connectionString);
    const role = decodeURIComponent(username);
    if (this.#passwords.get(role) === decodeURIComponent(password)) return role;
    throw new StatementError({
      message: `password authentication failed for user "${role}"`,
      ...{ severity: 'FATAL', code: '28P01' },
    });
  }

  /** One statement by the extended protocol, everything in text: what a driver would send and get. */
  async #execute({ text, parameters }: Statement): Promise<StatementResult> {
    const request = Buffer.concat([
      serialize.parse({ text }),
      serialize.bind({ values: parameters }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
      serialize.sync(),
    ]);
    const { messages } = await this.#pglite.execProtocol(request, { throwOnError: false });
    const result: StatementResult = { command: null, rowCount: null, fields: [], rows: [] };
    for (const message of messages as Message[]) {
      if (message instanceof protocol.messages.DatabaseError) throw new StatementError(message);
      if (message.name === 'rowDescription') result.fields = (message as RowDescription).fields;
      if (message.name === 'dataRow') result.rows.push((message as DataRow).fields);
      if (message.name === 'commandComplete') {
        Object.assign(result, readCommandTag((message as CommandComplete).text));
      }
    }
    return result;
  }
}
