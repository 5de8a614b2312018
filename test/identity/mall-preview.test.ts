import { expect, test } from 'vitest';
import { setClockOffsetMs } from '../../src/lib/clock.ts';
import { newBrowser } from './browser.ts';
import { owner } from './merchant.ts';

const DAY_MS = 86_400_000;
const mallOf = ({ slug }: { slug: string }) => newBrowser(`${slug}.localhost:8787`);

/** The way in that the console gives, as a path of the mall's own host. */
async function wayIn({ browser, slug }: Awaited<ReturnType<typeof owner>>): Promise<string> {
  const answer = await browser.send('/api/tenant/preview');
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([302, 'no-store']);
  const { host, pathname, search } = new URL(answer.headers.get('location') ?? '');
  expect(host).toBe(`${slug}.localhost:8787`);
  return `${pathname}${search}`;
}

const textOf = async (browser: ReturnType<typeof newBrowser>, path: string) =>
  (await browser.send(path)).text();

test('an unopened mall shows itself to whom the shop lets look, and to nobody else', async () => {
  const shop = await owner({ open: false });
  const looker = mallOf(shop);
  const entered = await looker.send(await wayIn(shop));
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/']);
  const home = await looker.send('/');
  expect([home.status, home.headers.get('x-robots-tag'), home.headers.get('cache-control')]).toEqual([
    200,
    'noindex',
    'no-store',
  ]);
  expect(await home.text()).toContain('Preview: the mall is not open yet.');
  expect(await textOf(looker, '/earn')).toContain('Earn points');
  const elsewhere = await mallOf(shop).send('/');
  expect(elsewhere.headers.get('x-robots-tag')).toBe('noindex');
  expect(await elsewhere.text()).toContain('opens soon');
});

test('crawlers are kept out of an unopened mall, and learn of the pages of an open one', async () => {
  const [building, open] = [await owner({ open: false }), await owner()];
  expect(await textOf(mallOf(building), '/robots.txt')).toBe('User-agent: *\nDisallow: /\n');
  expect((await mallOf(building).send('/sitemap.xml')).status).toBe(404);
  const mall = `http://${open.slug}.localhost:8787`;
  const robots = await textOf(mallOf(open), '/robots.txt');
  expect(robots).toContain('Disallow: /redemptions\n');
  expect(robots).toContain(`Sitemap: ${mall}/sitemap.xml\n`);
  const map = await textOf(mallOf(open), '/sitemap.xml');
  expect([...map.matchAll(/<loc>([^<]+)/g)].map(([, url]) => url)).toEqual(
    ['/', '/earn', '/rules', '/help'].map((path) => `${mall}${path}`),
  );
});

test('a preview shows and does nothing', async () => {
  const shop = await owner({ open: false });
  const looker = mallOf(shop);
  await looker.send(await wayIn(shop));
  const sent = await looker.send('/sign-in', { form: { identifier: 'lin@example.com', to: '/' } });
  expect(sent.status).toBe(403);
  expect(await sent.text()).toContain('This is a preview');
});

test('the way in is of one shop, unforged, for a day, and leads to an open mall as it is', async () => {
  const [shop, other] = [await owner({ open: false }), await owner({ open: false })];
  const path = await wayIn(shop);
  const looks = async (browser: ReturnType<typeof newBrowser>, way: string) => {
    await browser.send(way);
    return !(await textOf(browser, '/')).includes('opens soon');
  };
  const forged = path.replace(/.{4}$/, 'AAAA');
  expect([
    await looks(mallOf(shop), path),
    await looks(mallOf(other), path),
    await looks(mallOf(shop), forged),
    await looks(mallOf(shop), '/preview'),
  ]).toEqual([true, false, false, false]);
  const late = mallOf(shop);
  await late.send(path);
  setClockOffsetMs(DAY_MS + 1);
  try {
    expect([await looks(late, '/'), await looks(mallOf(shop), path)]).toEqual([false, false]);
  } finally {
    setClockOffsetMs(0);
  }
  await shop.browser.send('/api/tenant/open', { method: 'POST' });
  const opened = await shop.browser.send('/api/tenant/preview');
  expect(opened.headers.get('location')).toBe(`http://${shop.slug}.localhost:8787/`);
});
