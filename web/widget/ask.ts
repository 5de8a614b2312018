/** A "no" of the server in the reader's words, with a stable code (RFC 9457). */
export type Problem = {
  code: string;
  status: number;
  detail: string;
  errors?: { field: string; reason: string }[];
  [member: string]: unknown;
};

/**
 * What became of a request. `lost`: nobody knows whether it took effect; the network failed, the time was
 * over, or the server could not say.
 */
export type Answer<Value> =
  | { kind: 'ok'; value: Value }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'lost' };

export type Request = { post?: unknown; bearer?: string; key?: string };

const ANSWER_MS_MAX = 10_000;

/** Asks once, without cookies, and always answers: it neither throws nor waits for ever. */
export async function ask<Value>(url: string, { post, bearer, key }: Request = {}): Promise<Answer<Value>> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (bearer !== undefined) headers.authorization = `Bearer ${bearer}`;
  if (key !== undefined) headers['idempotency-key'] = key;
  if (post !== undefined) headers['content-type'] = 'application/json';
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), ANSWER_MS_MAX);
  try {
    const response = await fetch(url, {
      method: post === undefined ? 'GET' : 'POST',
      headers,
      body: post === undefined ? null : JSON.stringify(post),
      credentials: 'omit',
      signal: stop.signal,
    });
    if (response.ok) return { kind: 'ok', value: (await response.json()) as Value };
    if (response.status >= 500) return { kind: 'lost' };
    const problem = (await response.json()) as Partial<Problem>;
    const { code = '', detail = '' } = problem;
    return { kind: 'refused', problem: { ...problem, code, detail, status: response.status } };
  } catch {
    return { kind: 'lost' };
  } finally {
    clearTimeout(timer);
  }
}
