import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { textBody } from '../loopback-server.ts';
import { accountOfPlatform } from './accounts.ts';
import { API_VERSION, type Call, type Context, PLATFORM_ACCOUNT } from './context.ts';
import { internalError, StripeError } from './error.ts';
import { expanded } from './expand.ts';
import { type How, IN_EXECUTION, ON_THE_WAY } from './faults.ts';
import type { KeyedRequest } from './idempotency.ts';
import { newId } from './identifier.ts';
import { Parameters } from './parameters.ts';
import { endpointFor } from './routes.ts';
import { expireDueSessions } from './sessions.ts';
import type { StandIn } from './stand-in.ts';

type Answer = { status: number; body: unknown; headers?: Record<string, string> };

const header = (request: IncomingMessage, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

function checkKey(request: IncomingMessage, secretKey: string): void {
  const given = /^Bearer (.+)$/.exec(header(request, 'authorization') ?? '')?.[1];
  if (given === undefined) {
    throw new StripeError(
      401,
      'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.',
    );
  }
  const [wanted, got] = [Buffer.from(secretKey), Buffer.from(given)];
  if (wanted.length !== got.length || !timingSafeEqual(wanted, got)) {
    throw new StripeError(401, `Invalid API Key provided: ${given.slice(0, 8)}****${given.slice(-4)}`);
  }
}

/** Runs what a call asks for in one transaction with the answer that is saved under its key. */
function execute(
  standIn: StandIn,
  call: Call,
  act: () => unknown,
  keyed: KeyedRequest | null,
  how: How | null,
): Answer {
  const requestId = call.cause?.id ?? '';
  const save = (answer: Answer) => {
    if (keyed) standIn.idempotency.save(keyed, { ...answer, requestId, nowMs: call.nowMs });
    return answer;
  };
  const failed = (error: StripeError) => save({ status: error.status, body: error.body(requestId) });
  if (how === 'saved-500') return standIn.store.transaction(() => failed(internalError()));
  try {
    return standIn.store.transaction(() => {
      const body = act();
      return how === 'saved-500-after' ? failed(internalError()) : save({ status: 200, body });
    });
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    return standIn.store.transaction(() => failed(error));
  }
}

async function answerTo(
  standIn: StandIn,
  request: IncomingMessage,
  url: URL,
  text: string,
  requestId: string,
): Promise<Answer> {
  checkKey(request, standIn.secretKey);
  const named = header(request, 'stripe-account');
  const key = request.method === 'POST' ? header(request, 'idempotency-key') : null;
  const form = request.method === 'POST' ? new URLSearchParams(text) : url.searchParams;
  const account = named ?? PLATFORM_ACCOUNT;
  const { store } = standIn;
  const at = (): Context => {
    const nowMs = standIn.nowMs();
    return { store, nowMs, url: standIn.url(), account, cause: { id: requestId, idempotencyKey: key } };
  };
  if (named !== null) accountOfPlatform(at(), named);
  const { endpoint, ids } = endpointFor(request.method ?? '', url.pathname);

  const keyed = key === null ? null : { account, key, endpoint: url.pathname, parameters: form };
  const saved = keyed && standIn.idempotency.savedFor(keyed, standIn.nowMs());
  if (saved) {
    const headers = { 'idempotent-replayed': 'true', 'original-request': saved.requestId };
    return { status: saved.status, body: saved.body, headers };
  }
  const how = standIn.faults.take(request.method ?? '', url.pathname, named, IN_EXECUTION);
  const end = keyed ? standIn.idempotency.begin(keyed) : () => {};
  try {
    if (how === 'stall') await standIn.faults.stall();
    expireDueSessions(store, standIn.nowMs(), standIn.url());
    const parameters = Parameters.of(form);
    const call: Call = { ...at(), ids, parameters, connected: named !== null };
    const expand = parameters.texts('expand');
    const act = endpoint.handle(call);
    parameters.finish();
    return execute(standIn, call, () => expanded(call, act(), expand), keyed, how);
  } finally {
    end();
  }
}

/** Serves a request to `/v1` as api.stripe.com would, or with the fault that it meets. */
export async function serveApi(
  standIn: StandIn,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const account = header(request, 'stripe-account');
  const text = await textBody(request);
  const how = standIn.faults.take(request.method ?? '', url.pathname, account, ON_THE_WAY);
  const requestId = newId('req', 14);
  let answer: Answer;
  if (how === 'lost') {
    standIn.note(request, url, text, requestId, null);
    request.socket.destroy();
    return;
  }
  try {
    if (how === 'rate-limited') {
      throw new StripeError(429, 'Too many requests hit the API too quickly.', { code: 'rate_limit' });
    }
    if (how === 'unavailable') {
      throw new StripeError(503, 'The service is unavailable.', { type: 'api_error' });
    }
    answer = await answerTo(standIn, request, url, text, requestId);
  } catch (error) {
    // Every refusal is a StripeError; anything else is a defect of the stand-in, which its user should see.
    if (!(error instanceof StripeError)) console.error('Stripe stand-in:', error);
    const shown = error instanceof StripeError ? error : internalError();
    answer = { status: shown.status, body: shown.body(requestId) };
  }
  standIn.note(request, url, text, requestId, answer.status);
  standIn.deliverer.wake();
  if (how === 'reply-lost') {
    request.socket.destroy();
    return;
  }
  const key = header(request, 'idempotency-key');
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    'request-id': requestId,
    'stripe-version': API_VERSION,
    ...(account && { 'stripe-account': account }),
    ...(key && { 'idempotency-key': key }),
    // What is saved would only be replayed.
    ...(answer.status === 500 && { 'stripe-should-retry': 'false' }),
    ...answer.headers,
  });
  response.end(JSON.stringify(answer.body, null, 2));
}
