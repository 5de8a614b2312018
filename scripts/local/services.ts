import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { LocalClock } from './clock.ts';
import type { Database } from './database.ts';
import type { Inbox } from './inbox.ts';
import { answerSql } from './neon-endpoint.ts';

const letter = z.object({ to: z.string(), subject: z.string().optional(), text: z.string() });
const stall = z.object({ step: z.string() });
const clockOffset = z.object({ offsetMs: z.number().int() });
const away = z.object({ forMs: z.number().int().nonnegative() });

export type LocalServices = {
  url: string;
  /** Steps that the Worker was stalled at, in the order they were reached. */
  stalledSteps: string[];
  stop(): Promise<void>;
};

async function jsonBody(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

function answer(response: ServerResponse, status: number, content: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(content));
}

/** Pages in the same browser could reach this port too: none may move the clock or read codes. */
function isOurs({ headers }: IncomingMessage): boolean {
  const host = headers.host?.replace(/:\d+$/, '');
  return headers.origin === undefined && (host === '127.0.0.1' || host === 'localhost');
}

/**
 * What providers do in production, on one port of this machine: Neon's protocol, mail and text
 * messages (shown in an inbox instead of sent), and what tests of faults steer: the step that the
 * Worker stalled at, and a database that is away for a while.
 */
export async function startServices(options: {
  database: Database;
  inbox: Inbox;
  clock: Pick<LocalClock, 'moveTo'>;
  port: number;
}): Promise<LocalServices> {
  const stalledSteps: string[] = [];
  let databaseAwayUntilMs = 0;

  async function receive(kind: 'mail' | 'sms', request: IncomingMessage, response: ServerResponse) {
    const { to, subject, text } = letter.parse(await jsonBody(request));
    options.inbox.add({ kind, to, subject: subject ?? null, text, atMs: Date.now() });
    answer(response, 202, {});
  }

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://localhost');
    switch (`${request.method} ${url.pathname}`) {
      case 'POST /sql':
        if (Date.now() < databaseAwayUntilMs) return request.socket.destroy();
        return answerSql(options.database, request, response);
      case 'POST /mail':
        return receive('mail', request, response);
      case 'POST /sms':
        return receive('sms', request, response);
      case 'POST /stall':
        stalledSteps.push(stall.parse(await jsonBody(request)).step);
        return answer(response, 202, {});
      case 'GET /stalls.json':
        return answer(response, 200, stalledSteps);
      case 'POST /database-away':
        databaseAwayUntilMs = Date.now() + away.parse(await jsonBody(request)).forMs;
        return answer(response, 202, {});
      case 'POST /clock':
        return answer(
          response,
          200,
          await options.clock.moveTo(clockOffset.parse(await jsonBody(request)).offsetMs),
        );
      case 'GET /inbox.json':
        return answer(response, 200, options.inbox.list(url.searchParams.get('to')));
      case 'GET /inbox':
      case 'GET /':
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        return response.end(options.inbox.page());
      default:
        return answer(response, 404, { message: 'no such local service' });
    }
  }

  const server = createServer((request, response) => {
    if (!isOurs(request)) return answer(response, 403, { message: 'asked from a page of somewhere else' });
    serve(request, response).catch((error) => answer(response, 400, { message: String(error) }));
  });
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stalledSteps,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Listens on the wanted port, or on any when somebody else has it. */
function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}
