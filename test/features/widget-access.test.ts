import { SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { hosts } from '../../src/app.ts';
import { tenants } from '../../src/db/schema/index.ts';
import { allowOrigin, removeOrigin } from '../../src/features/widget/change-origins.ts';
import { derivedKey } from '../../src/lib/derived-key.ts';
import { answerOf, callHost, epochSeconds, openWidget, SITE, type Widget } from './widget-world.ts';
import { join, must, newKey, openShop } from './world.ts';

const code = (status: number, name: string) => ({
  status,
  body: expect.objectContaining({ status, code: name, instance: expect.stringMatching(/^req_/) }),
});
const NOT_ALLOWED = code(403, 'origin-not-allowed');
const UNAUTHENTICATED = code(401, 'unauthenticated');

type Route = { method: string; path: string };
/** Every route of the widget, with ids of nobody. */
const routes: Route[] = hosts.mall.routes
  .filter(({ method, path }) => method !== 'ALL' && /^\/widget\/v1\/[^*]+$/.test(path))
  .map(({ method, path }) => ({ method, path: path.replace('/widget/v1', '').replace(/:\w+/g, 'nobody') }))
  .filter(
    (route, index, all) =>
      all.findIndex(({ method, path }) => method === route.method && path === route.path) === index,
  );
const own = routes.filter(({ path }) => path.startsWith('/me'));
const PUBLIC = ['GET /mall', 'GET /openapi.json'];

let widget: Widget;
let bearer: string;
beforeAll(async () => {
  widget = await openWidget();
  ({ bearer } = await widget.signedIn());
});

const bodyFor = ({ method }: Route) => (method === 'POST' ? { json: {} } : {});

test('the walk finds the widget’s routes', () => {
  expect(routes.length).toBeGreaterThanOrEqual(6);
  expect(own.length).toBeGreaterThanOrEqual(4);
});

describe.each(routes)('$method $path', (route) => {
  const ask = (call: Parameters<Widget['send']>[1]) =>
    widget.send(route.path, { method: route.method, ...bodyFor(route), bearer, ...call });

  test('is refused to pages of any other site, and they are told nothing that they may read', async () => {
    const others = [
      'https://evil.example',
      'https://shop.example.evil.example',
      'https://sub.shop.example',
      'http://shop.example',
      'https://shop.example:8443',
      'https://SHOP.example',
      'null',
      '*',
      '',
      `http://${widget.shop.tenant.slug}.localhost:8787`,
    ];
    for (const origin of others) {
      const response = await ask({ origin });
      expect([origin, response.headers.get('access-control-allow-origin')]).toEqual([origin, null]);
      expect(response.headers.get('vary')).toContain('origin');
      expect(await answerOf(response)).toEqual(NOT_ALLOWED);
    }
  });

  test('answers pages of the shop’s site by name, without credentials and uncached by others', async () => {
    const { headers } = await ask({});
    expect(headers.get('access-control-allow-origin')).toBe(SITE);
    expect(headers.get('access-control-allow-credentials')).toBe(null);
    expect(headers.get('vary')).toContain('origin');
    expect(headers.getSetCookie()).toEqual([]);
  });

  test('tells the browser beforehand what may be sent, and other sites nothing', async () => {
    const preflight = (origin: string) =>
      widget.send(route.path, {
        method: 'OPTIONS',
        origin,
        headers: { 'access-control-request-method': route.method },
      });
    const allowed = await preflight(SITE);
    expect([allowed.status, Object.fromEntries(allowed.headers)]).toEqual([
      204,
      expect.objectContaining({
        'access-control-allow-origin': SITE,
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'authorization, content-type, idempotency-key',
        'access-control-max-age': '600',
      }),
    ]);
    const refused = await preflight('https://evil.example');
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  test('without an origin, as no browser’s page asks, gives nothing but what is public', async () => {
    const { status } = await ask({ origin: null });
    expect(status).toBe(PUBLIC.includes(`${route.method} ${route.path}`) ? 200 : 403);
  });

  test('takes a language from its address and neither reads nor sets a cookie', async () => {
    const session = JSON.stringify(['m1', widget.shop.tenant.id, 'mem_x', 0, Date.now()]);
    const cookie = `__Host-pm_member=${encodeURIComponent(session)}; pm_locale=zh-TW`;
    const response = await widget.send(`${route.path}?locale=zh-CN`, {
      method: route.method,
      ...bodyFor(route),
      headers: { cookie, 'accept-language': 'en' },
    });
    expect(response.headers.getSetCookie()).toEqual([]);
    const text = await response.text();
    expect(text).not.toMatch(/[點數單]/u);
    if (own.includes(route)) expect(response.status).toBe(401);
  });
});

describe.each(own)('$method $path', (route) => {
  const ask = (call: Parameters<Widget['send']>[1]) =>
    widget.ask(route.path, { method: route.method, ...bodyFor(route), ...call });

  test('is 401 without a bearer and with one that is none', async () => {
    expect(await ask({})).toEqual(UNAUTHENTICATED);
    for (const wrong of ['', 'x', 'a.b.c', widget.shop.key, `${bearer}x`, bearer.slice(0, -4)]) {
      expect(await ask({ bearer: wrong })).toEqual(UNAUTHENTICATED);
    }
    expect(await ask({ headers: { authorization: bearer } })).toEqual(UNAUTHENTICATED);
    expect(await ask({ headers: { authorization: `Basic ${bearer}` } })).toEqual(UNAUTHENTICATED);
  });

  test('takes the merchant’s own token for no bearer', async () => {
    expect(await ask({ bearer: await widget.token() })).toEqual(UNAUTHENTICATED);
  });
});

describe('a bearer', () => {
  const me = (call: Parameters<Widget['send']>[1]) => widget.ask('/me', { bearer, ...call });

  test('opens the figures of its own member', async () => {
    expect((await me({})).status).toBe(200);
  });

  test('holds on its own site alone, though another is allowed too', async () => {
    must(await allowOrigin({ ctx: widget.shop.owner, input: { origin: 'https://other.example' } }));
    expect(await me({ origin: 'https://other.example' })).toEqual(UNAUTHENTICATED);
    expect((await me({})).status).toBe(200);
  });

  test('of one shop is worth nothing in another', async () => {
    const other = await openWidget();
    expect(await other.ask('/me', { bearer })).toEqual(UNAUTHENTICATED);
  });

  test('is no cookie, and a cookie is no bearer', async () => {
    const asCookie = await callHost(widget.shop.tenant.slug, '/points', {
      origin: null,
      headers: { cookie: `__Host-pm_member=${bearer}` },
    });
    expect([asCookie.status, asCookie.headers.get('location')]).toEqual([303, '/sign-in?to=%2Fpoints']);
  });

  test('ends with every other session of its member, and a fresh token opens a new one', async () => {
    const { bearer: mine, memberId } = await widget.signedIn('everywhere');
    const ctx = widget.shop.member(memberId);
    must(
      await ctx.accounts.of(memberId).endSessions({ key: newKey(), actor: { kind: 'member', id: memberId } }),
    );
    expect(await me({ bearer: mine })).toEqual(UNAUTHENTICATED);
    const again = await widget.signedIn('everywhere');
    expect([again.memberId, (await me({ bearer: again.bearer })).status]).toEqual([memberId, 200]);
  });

  test('signed for another purpose, another algorithm, too long ago or for nobody is none', async () => {
    const { id: memberId } = await join(widget.shop);
    const overview = must(await widget.shop.member(memberId).accounts.of(memberId).overview());
    const generation = overview.sessionGeneration;
    const secret = widget.shop.owner.config.sessionSecret;
    const key = derivedKey(secret, 'widget bearer');
    const right = {
      aud: widget.shop.tenant.id,
      sub: memberId,
      exp: epochSeconds(60),
      generation,
      origin: SITE,
    };
    const signed = (claims: Record<string, unknown>, by = key, alg = 'HS256') =>
      new SignJWT({ ...right, ...claims }).setProtectedHeader({ alg }).sign(by);
    expect((await me({ bearer: await signed({}) })).status).toBe(200);
    const wrong = await Promise.all([
      signed({}, derivedKey(secret, 'another purpose')),
      signed({}, new Uint8Array(Buffer.from(secret))),
      signed({}, derivedKey(secret, 'widget bearer'), 'HS512'),
      signed({ exp: epochSeconds(-1) }),
      signed({ exp: undefined }),
      signed({ aud: 'ten_another' }),
      signed({ aud: undefined }),
      signed({ sub: '' }),
      signed({ sub: undefined }),
      signed({ origin: undefined }),
      signed({ generation: undefined }),
      signed({ generation: generation + 1 }),
    ]);
    for (const [index, token] of wrong.entries())
      expect([index, await me({ bearer: token })]).toEqual([index, UNAUTHENTICATED]);
  });
});

test('a site that is taken off the list is refused from then on, and so are its open sessions', async () => {
  const shop = await openWidget();
  const { bearer: mine } = await shop.signedIn();
  must(await removeOrigin({ ctx: shop.shop.owner, input: { origin: SITE } }));
  expect(await shop.ask('/me', { bearer: mine })).toEqual(NOT_ALLOWED);
});

test('a shop that has named no site, and one that is not open yet, has no widget', async () => {
  const none = await openShop();
  expect(await answerOf(await callHost(none.tenant.slug, '/widget/v1/mall'))).toEqual(NOT_ALLOWED);
  const building = await openWidget();
  const { db, tenant } = building.shop.owner;
  await db.batch(tenant.id, [db.build.update(tenants).set({ state: 'building' })]);
  expect(await building.ask('/mall')).toEqual(code(404, 'not-found'));
  const { status, headers } = await callHost('nobody-at-all', '/widget/v1/mall');
  expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json']);
});

test('a path or method of nobody is said so as a problem', async () => {
  expect(await widget.ask('/nothing')).toEqual(code(404, 'not-found'));
  expect(await widget.ask('/mall', { method: 'DELETE' })).toEqual(code(405, 'method-not-allowed'));
});
