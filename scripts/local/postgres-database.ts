import pg from 'pg';
import {
  type BatchOptions,
  beginText,
  type Database,
  type Statement,
  StatementError,
  type StatementResult,
} from './database.ts';

const CONNECTIONS_PER_ROLE = 10;
const CONNECT_TIMEOUT_MS = 5_000;

const textOnly = { getTypeParser: () => (value: string) => value };

/** A PostgreSQL server behind the endpoint: one pool of connections per connection string. */
export class PostgresDatabase implements Database {
  readonly #pools = new Map<string, pg.Pool>();

  run(connectionString: string, statement: Statement): Promise<StatementResult> {
    return this.#withClient(connectionString, (client) => execute(client, statement));
  }

  runBatch(
    connectionString: string,
    statements: Statement[],
    options: BatchOptions,
  ): Promise<StatementResult[]> {
    return this.#withClient(connectionString, async (client) => {
      await execute(client, { text: beginText(options), parameters: [] });
      try {
        const results: StatementResult[] = [];
        for (const statement of statements) results.push(await execute(client, statement));
        await execute(client, { text: 'commit', parameters: [] });
        return results;
      } catch (error) {
        await execute(client, { text: 'rollback', parameters: [] });
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.end()));
  }

  async #withClient<Result>(
    connectionString: string,
    work: (client: pg.PoolClient) => Promise<Result>,
  ): Promise<Result> {
    const client = await this.#poolOf(connectionString).connect().catch(rethrow);
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      // What Postgres refused leaves the connection sound; anything else may not have.
      client.release(!(error instanceof StatementError));
      throw error;
    }
  }

  #poolOf(connectionString: string): pg.Pool {
    const known = this.#pools.get(connectionString);
    if (known) return known;
    const pool = new pg.Pool({
      connectionString,
      // Times are written in the session's zone; Neon's is UTC whatever the server's is.
      options: '-c timezone=UTC',
      max: CONNECTIONS_PER_ROLE,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    });
    // An idle connection that the server closes is replaced at the next request.
    pool.on('error', () => undefined);
    this.#pools.set(connectionString, pool);
    return pool;
  }
}

function rethrow(error: unknown): never {
  throw error instanceof pg.DatabaseError ? new StatementError(error) : error;
}

async function execute(client: pg.PoolClient, { text, parameters }: Statement): Promise<StatementResult> {
  const query = {
    text,
    values: parameters,
    rowMode: 'array' as const,
    types: textOnly,
    queryMode: 'extended',
  };
  const result = await client.query<(string | null)[]>(query).catch(rethrow);
  return {
    command: result.command,
    rowCount: result.rowCount,
    fields: result.fields,
    rows: result.rows,
  };
}
