import { beforeAll, describe, expect, test } from 'vitest';
import { hosts } from '../../src/app.ts';
import { type Browser, newBrowser, read } from './browser.ts';
import { owner } from './merchant.ts';

type Route = { method: string; path: string };

/** What anyone may see: no shop, no person and no figure is behind these. */
const PUBLIC = new Set([
  'GET /healthz',
  'GET /readyz',
  'GET /robots.txt',
  'GET /v1/openapi.json',
  'GET /api/pictures/:key',
  'GET /pictures/:folder/:name',
]);

/** Every route that a host has, once, with its parameters filled in by ids of nobody. */
function routesOf(kind: 'console' | 'api'): Route[] {
  const found = hosts[kind].routes.filter(({ method, path }) => {
    const ours = method !== 'ALL' && !path.includes('*') && !path.startsWith('/api/auth/');
    return ours && !path.startsWith('/__local/') && !PUBLIC.has(`${method} ${path}`);
  });
  const unique = new Map(found.map(({ method, path }) => [`${method} ${path}`, { method, path }]));
  return [...unique.values()].map(({ method, path }) => ({ method, path: path.replace(/:\w+/g, 'nobody') }));
}

const consoleRoutes = routesOf('console');
/** Let in by Stripe's signature and not by a key: test/features/stripe-events.test.ts. */
const SIGNED_PATH = '/webhooks/stripe';
const apiRoutes = routesOf('api').filter(({ path }) => path !== SIGNED_PATH);
const isWrite = ({ method }: Route) => method !== 'GET';
const FORGED_COOKIE = '__Host-pm.session_token=forged.c2lnbmF0dXJl; __Host-pm_member=forged';
const FORGED_KEY = `Bearer pmk_${'A'.repeat(32)}`;

const problem = (status: number, code: string) => ({
  status,
  type: 'application/problem+json',
  body: expect.objectContaining({
    status,
    code,
    title: expect.any(String),
    instance: expect.stringMatching(/^req_/),
  }),
});

async function answerOf(response: Response) {
  const type = response.headers.get('content-type');
  return { ...(await read(response)), type };
}

test('the walk finds the routes of both hosts', () => {
  expect(consoleRoutes.length).toBeGreaterThan(30);
  expect(apiRoutes.length).toBeGreaterThan(8);
});

/** Let in by a link or by a device and a PIN: test/identity/clerks.test.ts. */
const BEFORE_SIGN_IN = new Set([
  'POST /api/counter/link',
  'POST /api/counter/join',
  'GET /api/counter/device',
  'POST /api/counter/sign-in',
]);

test.each(consoleRoutes.filter(({ method, path }) => !BEFORE_SIGN_IN.has(`${method} ${path}`)))(
  'console $method $path without a session, or with a forged one, is 401',
  async (route) => {
    const browser = newBrowser('console.localhost:8787');
    const body = isWrite(route) ? { json: {} } : {};
    const plain = await answerOf(await browser.send(route.path, { method: route.method, ...body }));
    expect(plain).toEqual(problem(401, 'unauthenticated'));
    const headers = { cookie: FORGED_COOKIE, authorization: FORGED_KEY };
    const forged = await answerOf(await browser.send(route.path, { method: route.method, ...body, headers }));
    expect(forged).toEqual(problem(401, 'unauthenticated'));
  },
);

test.each(apiRoutes)('API $method $path without a key, or with a forged one, is 401', async (route) => {
  const client = newBrowser('api.localhost:8787');
  const body = isWrite(route) ? { json: {} } : {};
  const plain = await client.send(route.path, { method: route.method, ...body });
  expect(plain.headers.get('www-authenticate')).toBe('Bearer realm="pointmall"');
  expect(await answerOf(plain)).toEqual(problem(401, 'unauthenticated'));
  for (const authorization of [FORGED_KEY, 'Bearer x', 'Basic YTpi', 'pmk_', '']) {
    const forged = await client.send(route.path, {
      method: route.method,
      ...body,
      headers: { authorization },
    });
    expect(await answerOf(forged)).toEqual(problem(401, 'unauthenticated'));
  }
});

describe('a write of the console, by the owner of a shop', () => {
  const PICTURE = /\/pictures?$/;
  const writes = consoleRoutes.filter((route) => isWrite(route) && !route.path.startsWith('/__internal'));
  const json = { 'content-type': 'application/json' };
  let browser: Browser;
  beforeAll(async () => {
    browser = (await owner()).browser;
  });

  test.each(writes)('$method $path is refused from another site', async ({ method, path }) => {
    for (const from of [
      { origin: 'http://evil.test' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]) {
      const answer = await browser.send(path, { method, body: '{}', headers: { ...json, ...from } });
      expect(await answerOf(answer)).toEqual(problem(403, 'cross-site'));
    }
  });

  test.each(writes)('$method $path is refused without a usable Idempotency-Key', async ({ method, path }) => {
    for (const key of ['', '"open', 'two words', 'k'.repeat(256)]) {
      const headers = { ...json, 'idempotency-key': key };
      expect(await answerOf(await browser.send(path, { method, body: '{}', headers }))).toEqual(
        problem(400, 'idempotency-key-missing'),
      );
    }
  });

  test.each(writes)(
    '$method $path has no fault for malformed, foreign or senseless bodies',
    async ({ method, path }) => {
      const bodies: [string, string][] = [
        ['{"a":', 'application/json'],
        ['[1,2]', 'application/json'],
        ['null', 'application/json'],
        ['{"name":{"$ne":1},"points":1.5,"email":[]}', 'application/json'],
        ['a=b', 'application/x-www-form-urlencoded'],
        ['<x/>', 'application/xml'],
      ];
      for (const [body, type] of bodies) {
        const answer = await browser.send(path, { method, body, headers: { 'content-type': type } });
        expect({ body, fault: answer.status >= 500 }).toEqual({ body, fault: false });
      }
    },
  );

  test.each(writes)('$method $path takes no oversized body', async ({ method, path }) => {
    const body = `"${'x'.repeat(PICTURE.test(path) ? 10 * 1024 * 1024 : 256 * 1024)}"`;
    const answer = await browser.send(path, { method, body, headers: json });
    expect(await answerOf(answer)).toEqual(problem(413, 'payload-too-large'));
  });
});

test('the OpenAPI document names every route of the API with its scope, its key and its problems', async () => {
  const { body } = await read(await newBrowser('api.localhost:8787').send('/v1/openapi.json'));
  const document = body as {
    openapi: string;
    paths: Record<string, Record<string, Record<string, unknown>>>;
  };
  expect(document.openapi).toBe('3.1.0');
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const declared = operations.map(
    ({ method, path }) => `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, 'nobody')}`,
  );
  expect(declared.sort()).toEqual(apiRoutes.map(({ method, path }) => `${method} ${path}`).sort());
  for (const { method, path, operation } of operations) {
    const parameters = (operation.parameters ?? []) as { name: string }[];
    expect({
      path,
      scope: operation['x-required-scope'],
      problems: Object.keys(operation.responses as object),
    }).toEqual({
      path,
      scope: expect.stringMatching(/^\w+:(read|write)$/),
      problems: expect.arrayContaining(['default']),
    });
    const keyed = parameters.some(({ name }) => name === 'Idempotency-Key');
    expect({ path, keyed }).toEqual({ path, keyed: method !== 'get' });
  }
});
