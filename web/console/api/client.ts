import { currentLocale } from '../locale/current-locale.ts';
import { branchHere } from '../session/branch-here.ts';
import { asksByItself } from '../session/last-touch.ts';
import { seenSession } from '../session/seen-session.ts';
import { isSignedInAgain } from '../session/session-end.ts';
import { isUnlocked } from '../session/session-lock.ts';
import { type Problem, ProblemError, problemFrom, problemOf } from './problem.ts';

export type Parameters = Record<string, string | number | boolean | null | undefined>;

/** Reads from the console API. */
export function read<Value>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<Value> {
  const address = `/api${path}${queryOf(parameters)}`;
  return inSession(() => send<Value>(address, { method: 'GET', ...(signal ? { signal } : {}) }));
}

export type Write = {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  key: string;
  /** Where it was done, where that is not where the device stands now; null: nowhere in particular. */
  branchId?: string | null;
  /** Goes on when the page is closed. */
  keepalive?: boolean;
};

/** After this long without an answer a write has failed; sending it again under its key is safe. */
const WRITE_MAX_MS = 30_000;
const UPLOAD_MAX_MS = 120_000;

/** Writes to the console API; `key` names the submit, so that sending it twice has one effect. */
export async function write<Value>(path: string, input: Write): Promise<Value> {
  return (await answered<Value>(path, input)).value;
}

/** The same, and whether it made something: false where it was there before. */
export async function writeNew<Value>(path: string, input: Write): Promise<{ value: Value; isNew: boolean }> {
  const { value, status } = await answered<Value>(path, input);
  return { value, isNew: status === 201 };
}

function answered<Value>(path: string, input: Write) {
  const { method, body, key, keepalive = false, branchId = branchHere()?.branchId ?? null } = input;
  const sent =
    body instanceof Blob ? { body, type: body.type } : { body: JSON.stringify(body ?? {}), type: JSON_TYPE };
  return inSession(() =>
    exchange<Value>(`/api${path}`, {
      method,
      body: sent.body,
      keepalive,
      headers: {
        'content-type': sent.type,
        'idempotency-key': key,
        ...(branchId === null ? {} : { 'x-branch': branchId }),
      },
      signal: AbortSignal.timeout(body instanceof Blob ? UPLOAD_MAX_MS : WRITE_MAX_MS),
    }),
  );
}

/**
 * The same request once more where the session had ended and whoever sits there has signed in again, or
 * where her device had locked itself and she has typed her PIN.
 */
async function inSession<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    const { code } = problemOf(error);
    const mayGoOn =
      (code === 'unauthenticated' && (await isSignedInAgain())) ||
      (code === 'pin-needed' && (await isUnlocked()));
    if (!mayGoOn) throw error;
    return ask();
  }
}

const JSON_TYPE = 'application/json';

/** One request on this host, answered with its JSON or thrown as a ProblemError. */
export async function send<Value>(url: string, init: RequestInit): Promise<Value> {
  return (await exchange<Value>(url, init)).value;
}

async function exchange<Value>(url: string, init: RequestInit): Promise<{ value: Value; status: number }> {
  const headers = new Headers(init.headers);
  headers.set('accept-language', currentLocale());
  headers.set('accept', JSON_TYPE);
  const seen = seenSession();
  if (seen !== null) headers.set('x-seen-session', seen);
  if (asksByItself()) headers.set('x-by-itself', '1');
  const offline = navigator.onLine === false;
  const response = await fetch(url, { ...init, headers, credentials: 'same-origin' }).catch((error) => {
    if (init.signal?.aborted) throw error;
    throw new ProblemError(unreachable(offline));
  });
  const body = await response.json().catch(() => null);
  if (response.ok) return { value: body as Value, status: response.status };
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
