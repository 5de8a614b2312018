import { currentLocale } from '../locale/current-locale.ts';
import { type Problem, ProblemError, problemFrom } from './problem.ts';

export type Parameters = Record<string, string | number | boolean | null | undefined>;

/** Reads from the console API. */
export function read<Value>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<Value> {
  return send<Value>(`/api${path}${queryOf(parameters)}`, { method: 'GET', ...(signal ? { signal } : {}) });
}

export type Write = { method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'; body?: unknown; key: string };

/** After this long without an answer a write has failed; sending it again under its key is safe. */
const WRITE_MAX_MS = 30_000;
const UPLOAD_MAX_MS = 120_000;

/** Writes to the console API; `key` names the submit, so that sending it twice has one effect. */
export function write<Value>(path: string, { method, body, key }: Write): Promise<Value> {
  const sent =
    body instanceof Blob ? { body, type: body.type } : { body: JSON.stringify(body ?? {}), type: JSON_TYPE };
  return send<Value>(`/api${path}`, {
    method,
    body: sent.body,
    headers: { 'content-type': sent.type, 'idempotency-key': key },
    signal: AbortSignal.timeout(body instanceof Blob ? UPLOAD_MAX_MS : WRITE_MAX_MS),
  });
}

const JSON_TYPE = 'application/json';

/** One request on this host, answered with its JSON or thrown as a ProblemError. */
export async function send<Value>(url: string, init: RequestInit): Promise<Value> {
  const headers = new Headers(init.headers);
  headers.set('accept-language', currentLocale());
  headers.set('accept', JSON_TYPE);
  const offline = navigator.onLine === false;
  const response = await fetch(url, { ...init, headers, credentials: 'same-origin' }).catch((error) => {
    if (init.signal?.aborted) throw error;
    throw new ProblemError(unreachable(offline));
  });
  const body = await response.json().catch(() => null);
  if (response.ok) return body as Value;
  throw new ProblemError(problemFrom(response.status, body, response.headers.get('x-request-id')));
}

/** Only what failed under a device that was offline before it is known not to have arrived. */
function unreachable(offline: boolean): Problem {
  return {
    status: 0,
    code: offline ? 'offline' : 'no-answer',
    title: null,
    detail: null,
    requestId: null,
    fields: {},
  };
}

function queryOf(parameters: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
