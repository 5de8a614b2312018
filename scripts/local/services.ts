import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { LocalClock } from './clock.ts';
import type { Database } from './database.ts';
import type { Inbox } from './inbox.ts';
import { answerJson, isOurs, jsonBody, type LoopbackServer, serveLoopback } from './loopback-server.ts';
import { answerSql } from './neon-endpoint.ts';

const letter = z.object({
  to: z.string(),
  subject: z.string().optional(),
  text: z.string(),
  from: z.string().optional(),
  html: z.string().optional(),
  replyTo: z.string().optional(),
  key: z.string().optional(),
});
const stall = z.object({ step: z.string() });
const clockOffset = z.object({ offsetMs: z.number().int() });
const away = z.object({ forMs: z.number().int().nonnegative() });

export type LocalServices = LoopbackServer & {
  /** Steps that the Worker was stalled at, in the order they were reached. */
  stalledSteps: string[];
};

/**
 * What providers do in production, on one port of this machine: Neon's protocol, mail and text
 * messages (shown in an inbox instead of sent), and what tests of faults steer: the step that the
 * Worker stalled at, and a database or a post that is away for a while.
 */
export async function startServices(options: {
  database: Database;
  inbox: Inbox;
  clock: Pick<LocalClock, 'moveTo'>;
  port: number;
  /** The page of the demo, once there is one. */
  demoPage?: () => string | null;
}): Promise<LocalServices> {
  const stalledSteps: string[] = [];
  let databaseAwayUntilMs = 0;
  let mailAwayUntilMs = 0;

  async function receive(kind: 'mail' | 'sms', request: IncomingMessage, response: ServerResponse) {
    if (kind === 'mail' && Date.now() < mailAwayUntilMs) return request.socket.destroy();
    const { subject, ...message } = letter.parse(await jsonBody(request));
    options.inbox.add({ kind, ...message, subject: subject ?? null, atMs: Date.now() });
    answerJson(response, 202, {});
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
        return answerJson(response, 202, {});
      case 'GET /stalls.json':
        return answerJson(response, 200, stalledSteps);
      case 'POST /database-away':
        databaseAwayUntilMs = Date.now() + away.parse(await jsonBody(request)).forMs;
        return answerJson(response, 202, {});
      case 'POST /mail-away':
        mailAwayUntilMs = Date.now() + away.parse(await jsonBody(request)).forMs;
        return answerJson(response, 202, {});
      case 'POST /clock':
        return answerJson(
          response,
          200,
          await options.clock.moveTo(clockOffset.parse(await jsonBody(request)).offsetMs),
        );
      case 'GET /inbox.json':
        return answerJson(response, 200, options.inbox.list(url.searchParams.get('to')));
      case 'GET /demo': {
        const page = options.demoPage?.() ?? null;
        response.writeHead(page === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
        return response.end(page ?? 'There is no demo here.');
      }
      case 'GET /inbox':
      case 'GET /':
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        return response.end(options.inbox.page());
      default:
        return answerJson(response, 404, { message: 'no such local service' });
    }
  }

  const server = await serveLoopback(options.port, (request, response) => {
    if (!isOurs(request))
      return answerJson(response, 403, { message: 'asked from a page of somewhere else' });
    serve(request, response).catch((error) => answerJson(response, 400, { message: String(error) }));
  });
  return { ...server, stalledSteps };
}
