import { expect, test } from 'vitest';
import { LOCALES } from '../../src/domain/locale.ts';
import { SITE_PAGES } from '../../src/domain/site-page.ts';
import { sharedServer } from '../support/shared-server.ts';
import { read } from '../support/source-tree.ts';

const server = sharedServer();
const { origin } = new URL(server.url('/'));
const get = (path: string, language = 'en') =>
  fetch(server.url(path), { headers: { 'accept-language': language }, redirect: 'manual' });
const unescaped = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

test.each(LOCALES)(
  'each page has an address in %s, and nothing in it is left to be filled in',
  async (locale) => {
    for (const path of Object.values(SITE_PAGES)) {
      const response = await get(`/${locale}${path}`, 'fr');
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('cache-control')).toBe('public, max-age=60');
      const html = await response.text();
      expect(html).toContain(`<html lang="${locale}">`);
      expect(html).toContain(`<link rel="canonical" href="${origin}/${locale}${path}"/>`);
      expect(html).not.toMatch(/\{\{|<!--(when|else|end)/);
    }
  },
);

test('an address without a language speaks the reader’s, and is nobody else’s to keep', async () => {
  const response = await get('/', 'zh-HK,en;q=0.5');
  expect(response.headers.get('vary')).toMatch(/accept-language/i);
  expect(response.headers.get('cache-control')).toBe('private, no-cache');
  expect(await response.text()).toContain('<html lang="zh-TW">');
});

test('what the pages load is kept for ever, and the pages are no files', async () => {
  const html = await (await get('/en')).text();
  const files = [...new Set(html.match(/\/site\/[\w.-]+/g))];
  expect(files.length).toBeGreaterThan(6);
  for (const file of files) {
    const response = await get(file);
    expect([file, response.status]).toEqual([file, 200]);
    expect(response.headers.get('cache-control')).toContain('immutable');
    await response.body?.cancel();
  }
  expect((await get('/site/en/home.txt')).status).toBe(404);
  expect((await get('/en/')).headers.get('location')).toBe('/en');
});

test('without demo shops the page shows them and leads nowhere', async () => {
  const html = await (await get('/en')).text();
  expect(html).not.toContain('mianyu.localhost');
  expect(html).not.toContain('class="phone-open"');
  expect(html).toContain('mianyu-en-light');
});

test.each([
  ['en', 'The widget on your own site'],
  ['zh-CN', '把小组件放到你自己的网站'],
  ['zh-TW', '把小工具放到您自己的網站'],
])('the docs in %s show the very lines that are run, for the mall that was named', async (locale, title) => {
  const response = await get(`/docs/widget?mall=mianyu&lang=${locale}`, 'fr');
  expect(response.status).toBe(200);
  const page = unescaped(await response.text());
  expect(page).toContain(`<html lang="${locale}">`);
  expect(page).toContain(`<h1>${title}</h1>`);
  for (const shown of [
    read('web/site/samples/pointmall-token.ts.txt'),
    read('web/site/samples/pointmall-token.php.txt'),
    `<script async src="${origin}/widget.js" data-mall="mianyu"></script>`,
    `connect-src 'self' ${server.url('/', 'mianyu').replace(/\/$/, '')};`,
    'token-replayed',
    'too-many-requests',
    `href="${origin}/widget/v1/openapi.json"`,
  ])
    expect(page).toContain(shown);
});

test.each(['', '?mall=', '?mall=%3Cscript%3E', '?mall=Console', '?mall=console'])(
  'without a mall of somebody’s (%j) a name stands in for it',
  async (query) => {
    const page = await (await get(`/docs/widget${query}`)).text();
    expect(page).toContain('data-mall=&quot;your-mall&quot;');
    expect(page).not.toMatch(/Console\.localhost|<script>(?!<)/);
  },
);

test('the document of the widget’s routes names every mall’s host', async () => {
  const response = await get('/widget/v1/openapi.json');
  const { servers, paths } = (await response.json()) as { servers: object[]; paths: Record<string, object> };
  const { host } = new URL(origin);
  expect(servers).toEqual([{ url: `http://{mall}.${host}`, variables: { mall: { default: 'your-mall' } } }]);
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/widget/v1/mall', '/widget/v1/session', '/widget/v1/me']),
  );
});

test('crawlers learn of each page in each language; the console and the API keep them out', async () => {
  const robots = async (host?: string) => (await server.fetch(server.url('/robots.txt', host))).text();
  expect(await robots()).toBe(`User-agent: *\nDisallow: /docs/design\n\nSitemap: ${origin}/sitemap.xml\n`);
  expect([await robots('console'), await robots('api')]).toEqual(
    Array(2).fill('User-agent: *\nDisallow: /\n'),
  );
  const map = await (await get('/sitemap.xml')).text();
  const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url);
  expect(listed).toHaveLength(LOCALES.length * Object.keys(SITE_PAGES).length);
  expect(map).toContain(
    `<loc>${origin}/en</loc><xhtml:link rel="alternate" hreflang="zh-CN" href="${origin}/zh-CN"/>`,
  );
});

test('the page tells what was found by the last audit that its operator published, and nobody else’s', async () => {
  const publish = (token: string, audit: object) =>
    server.fetch(server.url('/__internal/audit', 'console'), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(audit),
    });
  const audit = {
    atMs: Date.UTC(2026, 10, 22, 18, 7),
    shops: 3,
    accounts: 1280,
    entries: 29_412,
    findings: 0,
  };
  expect((await publish('guessed', audit)).status).toBe(401);
  expect(await (await get('/en')).text()).not.toContain('Last audit');
  expect((await publish(server.addresses.internalToken, { ...audit, entries: -1 })).status).toBe(400);
  expect((await publish(server.addresses.internalToken, audit)).status).toBe(204);
  const html = await (await get('/zh-CN')).text();
  expect(html).toContain('最近一次核对：2026年11月22日 18:07 UTC。');
  expect(html).toContain('<b>29,412</b>');
});
