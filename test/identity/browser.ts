import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { appOf } from '../../src/app.ts';
import { configOf } from '../../src/config.ts';
import { hostKind } from '../../src/http/hosts.ts';

type Sent = {
  method?: string;
  json?: unknown;
  form?: Record<string, string>;
  body?: string;
  headers?: Record<string, string>;
};

/** One browser or client with its own cookies, talking to the Worker's application as hosts see it. */
export function newBrowser(host: string, fixedHeaders: Record<string, string> = {}) {
  const cookies = new Map<string, string>();

  async function send(path: string, sent: Sent = {}): Promise<Response> {
    const url = `http://${host}${path}`;
    const headers = new Headers({ 'accept-language': 'en', ...fixedHeaders, ...sent.headers });
    if (cookies.size > 0 && !headers.has('cookie')) {
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    let body = sent.body;
    if (sent.json !== undefined) {
      body = JSON.stringify(sent.json);
      headers.set('content-type', 'application/json');
    } else if (sent.form) {
      body = new URLSearchParams(sent.form).toString();
      headers.set('content-type', 'application/x-www-form-urlencoded');
    }
    const method = sent.method ?? (body === undefined ? 'GET' : 'POST');
    if (method !== 'GET' && !headers.has('idempotency-key'))
      headers.set('idempotency-key', crypto.randomUUID());
    const request = new Request(url, { method, headers, body: body ?? null, redirect: 'manual' });
    const context = createExecutionContext();
    const app = appOf(hostKind(host, configOf(env).rootHost));
    const response = await app.fetch(request, env, context);
    await waitOnExecutionContext(context);
    for (const cookie of response.headers.getSetCookie()) keep(cookie);
    return response;
  }

  function keep(cookie: string) {
    const [pair = '', ...attributes] = cookie.split('; ');
    const name = pair.slice(0, pair.indexOf('='));
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(name);
    else cookies.set(name, pair.slice(pair.indexOf('=') + 1));
  }

  return { send, cookies, host };
}

export type Browser = ReturnType<typeof newBrowser>;

/** Status and JSON of an answer, to be compared as one value. */
export async function read(response: Response): Promise<{ status: number; body: Record<string, unknown> }> {
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
