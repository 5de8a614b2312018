import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { hosts } from '../../src/app.ts';
import { answerOf, callHost, openWidget, type Widget } from './widget-world.ts';

let widget: Widget;
beforeAll(async () => {
  widget = await openWidget();
});

/** Built files as the platform serves them; what is asked for is kept in `asked`. */
function built(files: Record<string, string>) {
  const asked: string[] = [];
  const fetch = async (request: Request) => {
    const { pathname } = new URL(request.url);
    asked.push(pathname);
    const content = files[pathname];
    const headers = { 'content-type': 'text/javascript' };
    return content === undefined ? new Response(null, { status: 404 }) : new Response(content, { headers });
  };
  return { asked, env: { ...env, ASSETS: { fetch } } as unknown as Env };
}

describe('the widget’s script', () => {
  const files = { '/widget/widget.js': 'loader', '/widget/panel-abcdef12.js': 'panel' };
  const get = (kind: 'site' | 'mall', path: string, from = built(files).env) => {
    const host = kind === 'site' ? 'localhost:8787' : `${widget.shop.tenant.slug}.localhost:8787`;
    const headers = { origin: 'https://anywhere.example', accept: 'application/json' };
    return hosts[kind].fetch(
      new Request(`http://${host}${path}`, { headers }),
      from,
      createExecutionContext(),
    );
  };

  test.each(['site', 'mall'] as const)(
    'is there for every page, whatever its origin, on the %s’s host',
    async (kind) => {
      const loader = await get(kind, '/widget.js');
      expect([loader.status, await loader.text()]).toEqual([200, 'loader']);
      expect(Object.fromEntries(loader.headers)).toMatchObject({
        'content-type': 'text/javascript',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'x-content-type-options': 'nosniff',
        'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      });
      expect(loader.headers.getSetCookie()).toEqual([]);
      const panel = await get(kind, '/widget/panel-abcdef12.js');
      expect([panel.status, panel.headers.get('cache-control')]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
    },
  );

  test('is the only thing that its folder gives', async () => {
    const { asked, env: from } = built({ ...files, '/console/index.js': 'x', '/widget/stats.json': 'x' });
    for (const path of [
      '/widget/../console/index.js',
      '/widget/%2e%2e%2fconsole%2findex.js',
      '/widget/stats.json',
    ])
      expect([path, (await get('site', path, from)).status]).toEqual([path, 404]);
    expect(asked.filter((path) => path.startsWith('/console') || path.endsWith('.json'))).toEqual([]);
    expect((await get('site', '/widget/none-abcdef12.js', from)).status).toBe(404);
  });
});

describe('the preview', () => {
  const page = (path: string) =>
    callHost(widget.shop.tenant.slug, path, { origin: null, headers: { accept: 'text/html' } });

  test('may be framed by the console and by nobody else, and no other page of the mall by anyone', async () => {
    const preview = await page('/widget/preview?lang=en');
    const policy = preview.headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "script-src 'self'",
        'frame-ancestors http://console.localhost:8787',
      ]),
    );
    expect([preview.status, preview.headers.get('x-frame-options')]).toEqual([200, null]);
    const rules = await page('/rules');
    expect(rules.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(rules.headers.get('x-frame-options')).toBe('DENY');
  });

  test('has the shop’s own widget on it, by the snippet that the console gives', async () => {
    const { slug } = widget.shop.tenant;
    const html = await (await page('/widget/preview?lang=en')).text();
    expect(html).toContain(`src="/widget.js" data-mall="${slug}" data-locale="en"`);
    expect(html).toContain(`<pm-launcher mall="${slug}"></pm-launcher>`);
  });

  test('reads the mall as a page of the mall’s own host does, without an origin', async () => {
    expect(
      (await answerOf(await callHost(widget.shop.tenant.slug, '/widget/v1/mall', { origin: null }))).status,
    ).toBe(200);
  });
});

test('the OpenAPI document names every route of the widget with who may ask and its problems', async () => {
  const { body } = await widget.ask('/openapi.json');
  const paths = body.paths as Record<string, Record<string, Record<string, unknown>>>;
  const declared = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security, responses }]) => [
      `${method.toUpperCase()} ${path}`,
      security,
      Object.keys(responses as object).includes('default'),
    ]),
  );
  const member = [{ member: [] }];
  expect(declared.sort()).toEqual([
    ['GET /widget/v1/mall', undefined, true],
    ['GET /widget/v1/me', member, true],
    ['GET /widget/v1/me/entries', member, true],
    ['GET /widget/v1/me/redemptions/{redemptionId}', member, true],
    ['POST /widget/v1/me/redemptions', member, true],
    ['POST /widget/v1/me/ticket', member, true],
    ['POST /widget/v1/session', undefined, true],
  ]);
});
