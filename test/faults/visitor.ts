import { randomUUID } from 'node:crypto';
import { localFetch } from '../../scripts/local/local-fetch.ts';

const ANSWER_MS_MAX = 30_000;

type Sent = {
  method?: string;
  json?: unknown;
  form?: Record<string, string>;
  headers?: Record<string, string>;
};

/**
 * One browser or program with cookies of its own. It knows an address and no server: the server may
 * be killed and started again between two requests, and cookies outlive that.
 */
export class Visitor {
  readonly origin: string;
  readonly #headers: Record<string, string>;
  readonly #cookies = new Map<string, string>();

  constructor(host: string, headers: Record<string, string> = {}) {
    this.origin = `http://${host}`;
    this.#headers = headers;
  }

  /** Throws when no answer came: the outcome is unknown then. */
  async send(path: string, sent: Sent = {}): Promise<Response> {
    const body = sent.form
      ? new URLSearchParams(sent.form).toString()
      : sent.json === undefined
        ? undefined
        : JSON.stringify(sent.json);
    const method = sent.method ?? (body === undefined ? 'GET' : 'POST');
    const headers: Record<string, string> = {
      origin: this.origin,
      'accept-language': 'en',
      ...(sent.form && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...(sent.json !== undefined && { 'content-type': 'application/json' }),
      ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
      ...(this.#cookies.size > 0 && {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      }),
      ...this.#headers,
      ...sent.headers,
    };
    const response = await answered(
      localFetch(`${this.origin}${path}`, { method, headers, ...(body !== undefined && { body }) }),
    );
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split('; ');
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  }

  /** The JSON of an answer that must be a success. */
  async json<Content>(path: string, sent: Sent = {}): Promise<Content> {
    const response = await this.send(path, sent);
    const text = await response.text();
    if (!response.ok)
      throw new Error(`${sent.method ?? ''} ${path} answered ${response.status}: ${text.slice(0, 500)}`);
    return JSON.parse(text) as Content;
  }
}

/** A stalled request ends with its server; this bounds one whose server lives. */
async function answered(response: Promise<Response>): Promise<Response> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ANSWER_MS_MAX} ms`)), ANSWER_MS_MAX);
  });
  try {
    return await Promise.race([response, late]);
  } finally {
    clearTimeout(timer);
    response.catch(() => undefined);
  }
}
