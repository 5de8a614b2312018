import { expect, test } from 'vitest';
import { setClockOffsetMs } from '../../src/lib/clock.ts';
import { newBrowser, read } from './browser.ts';
import { owner } from './merchant.ts';

type Shop = Awaited<ReturnType<typeof owner>>;

async function design({ browser }: Shop) {
  const { status, body } = await read(await browser.send('/api/design'));
  expect(status).toBe(200);
  const { theme: _, ...content } = body.draft as Record<string, unknown>;
  return { content, draftVersion: String(body.draftVersion) };
}

async function save(shop: Shop, given: object) {
  const { content, draftVersion } = await design(shop);
  const json = { ...content, ...given, draftVersion };
  return read(await shop.browser.send('/api/design/draft', { method: 'PUT', json }));
}

const banner = (given: object) => ({
  banners: [{ pictureKey: null, title: {}, href: null, startsAtMs: null, endsAtMs: null, ...given }],
});

test('what a merchant writes is kept in any script, however long its words, without what turns the text around it', async () => {
  const shop = await owner();
  const announcement = {
    'zh-CN': '🎉 新店开业 \u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
    'zh-TW': 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenhersteller',
    en: '\u202Eעכשיו פתוח\u2069',
  };
  const { status, body } = await save(shop, { announcement });
  expect(status).toBe(200);
  expect((body.draft as { announcement: unknown }).announcement).toEqual({
    ...announcement,
    en: 'עכשיו פתוח',
  });
});

test('of two who edit one draft or one reward, the second reads whose change stands, and when', async () => {
  const shop = await owner();
  const { draftVersion } = await design(shop);
  await save(shop, { announcement: { en: 'first' } });
  const json = { ...(await design(shop)).content, announcement: { en: 'second' }, draftVersion };
  const late = await read(await shop.browser.send('/api/design/draft', { method: 'PUT', json }));
  const made = await read(await shop.browser.send('/api/rewards', { json: { names: { en: 'Bowl' } } }));
  const path = `/api/rewards/${String(made.body.id)}`;
  const patch = (pointsEach: number) =>
    shop.browser.send(path, { method: 'PATCH', json: { pointsEach, draftVersion: made.body.draftVersion } });
  await patch(100);
  const stale = await read(await patch(200));
  const told = [late, stale].map(({ status, body }) => [status, body.code, String(body.detail)]);
  expect(told).toEqual(Array(2).fill([409, 'changed-elsewhere', expect.stringMatching(/Lin.*\d\d:\d\d/)]));
  expect((await design(shop)).content.announcement).toEqual({ en: 'first' });
});

/** One shop for all that is refused: nothing of it is kept. */
let refusing: Promise<Shop> | null = null;

test.each([
  ['a script as link', banner({ href: 'javascript:alert(1)' }), 'banners.0.href'],
  ['another host without https', banner({ href: '//evil.example' }), 'banners.0.href'],
  ['a banner that ends before it starts', banner({ startsAtMs: 2, endsAtMs: 1 }), 'banners.0'],
  ['a character that no keyboard makes', { announcement: { en: 'one\u0000two' } }, 'announcement.en'],
  ['a text that is too long', { announcement: { en: 'x'.repeat(121) } }, 'announcement.en'],
  ['a picture that is a path', { logoPictureKey: '../../secret.svg' }, 'logoPictureKey'],
  ['points without a name', { pointsName: { 'zh-CN': { one: '', other: '' } } }, 'pointsName.zh-CN.one'],
  ['a block twice', { blocks: Array(5).fill({ block: 'banner', shown: true }) }, 'blocks'],
])('%s is refused at its field', async (_, given, field) => {
  refusing ??= owner();
  const { status, body } = await save(await refusing, given);
  expect(status).toBe(400);
  expect((body.errors as { field: string }[]).map((error) => error.field)).toContain(field);
});

test('a colour that is none, and a theme of one’s own, are refused', async () => {
  const shop = await owner();
  const { content } = await design(shop);
  const look = { ...(content.look as object), main: 'red;}body{display:none' };
  expect((await save(shop, { look })).status).toBe(400);
  expect((await save(shop, { theme: { light: { main: '#FFFFFF', onMain: '#FFFFFF' } } })).status).toBe(400);
});

test('a picture is stored under its own name; a drawing that could run something is refused', async () => {
  const { browser } = await owner();
  const send = (body: string) =>
    browser.send('/api/pictures', { method: 'POST', body, headers: { 'content-type': 'image/svg+xml' } });
  const drawing = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;
  const stored = await read(await send(drawing('<path d="M0 0h9v9z"/>')));
  expect(stored).toMatchObject({ status: 201, body: { url: `/api/pictures/${stored.body.pictureKey}` } });
  expect((await browser.send(String(stored.body.url))).headers.get('content-type')).toBe('image/svg+xml');
  for (const hostile of [
    '<script>alert(1)</script>',
    '<path d="M0 0" onload="alert(1)"/>',
    '<foreignObject><iframe/></foreignObject>',
    '<image href="https://evil.example/x.png"/>',
    '<style>@import url(https://evil.example)</style>',
  ])
    expect((await read(await send(drawing(hostile)))).body.code).toBe('invalid-input');
});

/** What the console's frame loads, with the page's style, and what anyone else gets at the same address. */
async function previewOf(shop: Shop, path: string, query: string) {
  const { body } = await read(await shop.browser.send('/api/design/preview'));
  const { host, search } = new URL(String(body.url));
  const answer = await newBrowser(host).send(`${path}${search}&${query}`);
  const html = await answer.text();
  const [, themeHref = ''] = /href="([^"]*\/design\/theme[^"]*)"/.exec(html) ?? [];
  const theme = themeHref && (await (await newBrowser(host).send(themeHref.replaceAll('&amp;', '&'))).text());
  return {
    host,
    search,
    html,
    theme,
    status: answer.status,
    policy: answer.headers.get('content-security-policy'),
  };
}

test('the draft is drawn by the mall itself, for the frame of the console alone, before the mall is open', async () => {
  const shop = await owner({ open: false });
  const { content } = await design(shop);
  const look = { ...(content.look as object), main: '#FFC400' };
  const pointsName = { ...(content.pointsName as object), en: { one: 'petal', other: 'petals' } };
  await save(shop, { look, pointsName });
  const home = await previewOf(shop, '/', 'as=member&scheme=dark&lang=en');
  expect(home.status).toBe(200);
  expect(home.policy).toContain('frame-ancestors http://console.localhost:8787');
  expect(home.html).toContain('1,286');
  expect(home.html).toContain('petals');
  expect(home.theme).toContain('--main:#FFC400');
  expect(home.theme).not.toContain('prefers-color-scheme');
  const points = await previewOf(shop, '/points', 'as=member&scheme=light&lang=en');
  expect([points.status, points.html.includes('1,414')]).toEqual([200, true]);
  const visitor = await previewOf(shop, '/', 'as=visitor&scheme=light&lang=en');
  expect(visitor.html).not.toContain('1,286');
});

test('a preview is of one shop, unforged, for two hours, and shows only', async () => {
  const [shop, other] = [await owner({ open: false }), await owner({ open: false })];
  const { host, search } = await previewOf(shop, '/', '');
  const drawn = async (at: string, query: string, sent = {}) =>
    (await (await newBrowser(at).send(`/${query}`, sent)).text()).includes('/design/theme.css');
  const foreign = new URL(`http://${other.slug}.localhost:8787`).host;
  const forged = `${search.slice(0, -4)}AAAA`;
  const posted = { form: {}, headers: { origin: `http://${host}` } };
  expect([
    await drawn(host, search),
    await drawn(foreign, search),
    await drawn(host, forged),
    await drawn(host, search, posted),
  ]).toEqual([true, false, false, false]);
  setClockOffsetMs(2 * 3_600_000 + 1);
  try {
    expect(await drawn(host, search)).toBe(false);
  } finally {
    setClockOffsetMs(0);
  }
});
