import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { hosts } from '../../src/app.ts';
import { newBrowser, read } from './browser.ts';
import { owner, unique } from './merchant.ts';

test('a host of nobody is a page that says so in the language of the reader', async () => {
  const host = `nobody-${unique()}.localhost:8787`;
  const page = await newBrowser(host, { 'accept-language': 'zh-TW' }).send('/');
  expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8']);
  expect(await page.text()).toContain('<html lang="zh-TW">');
  const json = await newBrowser(host, { accept: 'application/json' }).send('/');
  expect([json.status, json.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
});

test.each(['a.b.localhost:8787', 'elsewhere.test', 'localhost:8788'])(
  '%s is no host of ours',
  async (host) => {
    expect((await newBrowser(host).send('/')).status).toBe(404);
  },
);

test('a path of nobody is a problem on hosts that speak JSON', async () => {
  for (const host of ['console.localhost:8787', 'api.localhost:8787']) {
    const path = host.startsWith('api') ? '/v1/nothing' : '/api/nothing';
    const answer = await read(await newBrowser(host).send(path));
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
  }
});

test('a method that a path does not take is told which it does', async () => {
  const answer = await newBrowser('api.localhost:8787').send('/v1/openapi.json', { method: 'DELETE' });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  expect((await read(answer)).body.code).toBe('method-not-allowed');
});

test('health is told on every host, and readiness names what was asked', async () => {
  for (const host of ['localhost:8787', 'api.localhost:8787', 'console.localhost:8787', 'elsewhere.test']) {
    expect(await read(await newBrowser(host).send('/healthz'))).toEqual({ status: 200, body: { ok: true } });
  }
  expect(await read(await newBrowser('localhost:8787').send('/readyz'))).toEqual({
    status: 200,
    body: { ready: true, checks: { database: 'ok', edge: 'ok' } },
  });
});

test('every answer forbids scripts from elsewhere, framing and guessing of types', async () => {
  const { slug } = await owner();
  for (const host of [
    'localhost:8787',
    'api.localhost:8787',
    'console.localhost:8787',
    `${slug}.localhost:8787`,
  ]) {
    const { headers } = await newBrowser(host).send('/healthz');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
      ]),
    );
    // The console alone frames anything, and malls only: they say which of their pages it may.
    const framed = host.startsWith('console') ? "frame-src 'self' http://*.localhost:8787" : undefined;
    expect(policy.split('; ').find((directive) => directive.startsWith('frame-src'))).toBe(framed);
    expect(policy.replace(framed ?? '', '')).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
    expect([headers.get('x-content-type-options'), headers.get('x-frame-options')]).toEqual([
      'nosniff',
      'DENY',
    ]);
    expect(headers.get('x-request-id')).toMatch(/^req_/);
  }
});

test('misses at the edge reach Postgres sixty times a minute and then wait', async () => {
  // By a key of its own: the one of all hosts is shared with every file that runs within this minute.
  const key = unique();
  const outcomes = [];
  for (let count = 0; count < 130; count += 1)
    outcomes.push((await env.FALLBACK_LIMIT.limit({ key })).success);
  expect(outcomes.filter((success) => success).length).toBeLessThanOrEqual(120);
  const asked: string[] = [];
  const usedUp = {
    ...env,
    FALLBACK_LIMIT: {
      async limit({ key: one }: { key: string }) {
        asked.push(one);
        return { success: false };
      },
    },
  };
  const request = new Request(`http://nobody-${unique()}.localhost:8787/`, {
    headers: { accept: 'application/json' },
  });
  const refused = await hosts.mall.fetch(request, usedUp, createExecutionContext());
  expect([refused.status, refused.headers.get('retry-after'), asked]).toEqual([503, '2', ['host']]);
});

test('an outage of the database is 503 for whoever holds a session, and says nothing of itself', async () => {
  const { browser } = await owner();
  const away = {
    ...env,
    LOCAL_ENDPOINT: 'http://127.0.0.1:9',
    DATABASE_APP_URL: 'postgresql://pointmall_app:x@away.test/pointmall',
    DATABASE_AUTH_URL: 'postgresql://pointmall_auth:x@away.test/pointmall',
  };
  const request = new Request('http://console.localhost:8787/api/tenant', {
    headers: { cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') },
  });
  const answer = await read(await hosts.console.fetch(request, away, createExecutionContext()));
  expect([answer.status, answer.body.code]).toEqual([503, 'unavailable']);
  expect(JSON.stringify(answer.body)).not.toContain('away.test');
});

test('an answer of the database that breaks off is 503, as one that never came', async () => {
  const { browser } = await owner();
  const broken = () =>
    new ReadableStream({
      start: (body) => {
        body.enqueue(new TextEncoder().encode('{"fields":['));
        body.error(new DOMException('The operation timed out', 'TimeoutError'));
      },
    });
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(broken()));
  const request = new Request('http://console.localhost:8787/api/tenant', {
    headers: { cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') },
  });
  const answer = await read(await hosts.console.fetch(request, env, createExecutionContext()));
  vi.restoreAllMocks();
  expect([answer.status, answer.body.code]).toEqual([503, 'unavailable']);
});
