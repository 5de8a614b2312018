import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { type Database, ISOLATION_LEVELS, StatementError, type StatementResult } from './database.ts';

/** Neon's own bound on a request. */
const REQUEST_BYTES_MAX = 10 * 1024 * 1024;

const parameter = z.union([z.string(), z.number(), z.boolean(), z.null(), z.record(z.string(), z.unknown())]);
const statement = z.object({ query: z.string(), params: z.array(parameter).default([]) });
const body = z.union([z.object({ queries: z.array(statement) }), statement]);
const isolationLevel = z.enum(
  Object.keys(ISOLATION_LEVELS) as [keyof typeof ISOLATION_LEVELS, ...(keyof typeof ISOLATION_LEVELS)[]],
);

const textOf = (value: z.infer<typeof parameter>) =>
  value === null || typeof value === 'string'
    ? value
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
const statementOf = ({ query, params }: z.infer<typeof statement>) => ({
  text: query,
  parameters: params.map(textOf),
});

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > REQUEST_BYTES_MAX) throw new RangeError('request is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function write(response: ServerResponse, status: number, content: unknown, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(content));
}

/** Rows come as the headers ask: arrays or objects; cells always as Postgres text. */
function resultOf(result: StatementResult, arrayMode: boolean) {
  const names = result.fields.map((field) => field.name);
  const rows = arrayMode
    ? result.rows
    : result.rows.map((row) => Object.fromEntries(row.map((cell, column) => [names[column], cell])));
  const fields = result.fields.map((field) => ({
    name: field.name,
    dataTypeID: field.dataTypeID,
    tableID: field.tableID,
    columnID: field.columnID,
    dataTypeSize: field.dataTypeSize,
    dataTypeModifier: field.dataTypeModifier,
    format: 'text',
  }));
  return { command: result.command, rowCount: result.rowCount, rows, fields, rowAsArray: arrayMode };
}

/**
 * Answers `POST /sql` as Neon's proxy does: 400 with every field of Postgres's error for what the
 * database refused, 500 for what never reached it, so that the driver tells the two apart.
 */
export async function answerSql(database: Database, request: IncomingMessage, response: ServerResponse) {
  const header = (name: string) => request.headers[name]?.toString();
  const isTrue = (name: string) => header(name) === 'true';
  try {
    const connectionString = header('neon-connection-string');
    if (!connectionString || !URL.canParse(connectionString)) {
      return write(response, 400, { message: 'no connection string', code: '08P01' });
    }
    if (!isTrue('neon-raw-text-output')) {
      return write(response, 400, { message: 'only raw text output is served', code: '0A000' });
    }
    const content = body.parse(JSON.parse(await readBody(request)));
    const arrayMode = isTrue('neon-array-mode');
    if (!('queries' in content)) {
      const result = await database.run(connectionString, statementOf(content));
      return write(response, 200, resultOf(result, arrayMode));
    }
    const level = header('neon-batch-isolation-level');
    const options = {
      isolationLevel: level === undefined ? undefined : isolationLevel.parse(level),
      readOnly: isTrue('neon-batch-read-only'),
      deferrable: isTrue('neon-batch-deferrable'),
    };
    const results = await database.runBatch(connectionString, content.queries.map(statementOf), options);
    write(
      response,
      200,
      { results: results.map((result) => resultOf(result, arrayMode)) },
      {
        ...(level && { 'neon-batch-isolation-level': level }),
        'neon-batch-read-only': String(options.readOnly),
        'neon-batch-deferrable': String(options.deferrable),
      },
    );
  } catch (error) {
    if (error instanceof StatementError) {
      return write(response, 400, { message: error.message, ...error.fields });
    }
    if (error instanceof z.ZodError || error instanceof SyntaxError) {
      return write(response, 400, { message: 'the request is not understood', code: '08P01' });
    }
    if (error instanceof RangeError) return write(response, 507, { message: error.message });
    write(response, 500, { message: error instanceof Error ? error.message : String(error) });
  }
}
