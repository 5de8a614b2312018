import { expect, test } from 'vitest';
import php from '../../web/site/samples/pointmall-token.php.txt';
import typescript from '../../web/site/samples/pointmall-token.ts.txt';
import { newBrowser } from '../identity/browser.ts';

const HOST = 'localhost:8787';
const docs = (path: string, language = 'en') =>
  newBrowser(HOST, { 'accept-language': language }).send(`/docs/widget${path}`);
const unescaped = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

test.each([
  ['en', 'The widget on your own site'],
  ['zh-CN', '把小组件放到你自己的网站'],
  ['zh-TW', '把小工具放到您自己的網站'],
])('the docs in %s show the very lines that are run, for the mall that was named', async (locale, title) => {
  const response = await docs(`?mall=mianyu&lang=${locale}`, 'fr');
  expect(response.status).toBe(200);
  const page = unescaped(await response.text());
  expect(page).toContain(`<html lang="${locale}">`);
  expect(page).toContain(`<h1>${title}</h1>`);
  for (const shown of [
    typescript,
    php,
    '<script async src="http://localhost:8787/widget.js" data-mall="mianyu"></script>',
    "connect-src 'self' http://mianyu.localhost:8787;",
    'token-replayed',
    'too-many-requests',
    'href="/widget/v1/openapi.json"'.replace('/widget', 'http://localhost:8787/widget'),
  ])
    expect(page).toContain(shown);
});

test.each(['', '?mall=', '?mall=%3Cscript%3E', '?mall=Console', '?mall=console'])(
  'without a mall of somebody’s (%j) a name stands in for it',
  async (query) => {
    const page = await (await docs(query)).text();
    expect(page).toContain('data-mall=&quot;your-mall&quot;');
    expect(page).not.toMatch(/Console\.localhost|<script>(?!<)/);
  },
);

test('the document of the widget’s routes names every mall’s host', async () => {
  const response = await newBrowser(HOST).send('/widget/v1/openapi.json');
  const { servers, paths } = await response.json<{ servers: object[]; paths: Record<string, object> }>();
  expect(servers).toEqual([
    { url: 'http://{mall}.localhost:8787', variables: { mall: { default: 'your-mall' } } },
  ]);
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/widget/v1/mall', '/widget/v1/session', '/widget/v1/me']),
  );
});

test('the product’s own page leads to the docs', async () => {
  expect(await (await newBrowser(HOST).send('/')).text()).toContain('href="/docs/widget"');
});
