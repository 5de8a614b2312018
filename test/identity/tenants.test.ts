import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { claimSlug } from '../../src/features/tenants/organization-queries.ts';
import { newId } from '../../src/lib/ids.ts';
import { newBrowser, read } from './browser.ts';
import { newShop, owner, signedUp, unique } from './merchant.ts';
import { services } from './services.ts';

test('the same sign-up sent again is the same shop, and somebody else is told that the slug is taken', async () => {
  const lin = await signedUp();
  const shop = newShop();
  const first = await read(await lin.browser.send('/api/tenants', { json: shop }));
  expect(await read(await lin.browser.send('/api/tenants', { json: shop }))).toEqual(first);
  const mo = await signedUp('Mo');
  const refused = await read(await mo.browser.send('/api/tenants', { json: shop }));
  expect([refused.status, refused.body.code]).toEqual([409, 'slug-taken']);
  expect((await read(await mo.browser.send('/api/me'))).body.tenant).toBe(null);
});

test('of two people who want one slug at the same moment one gets it', async () => {
  const people = await Promise.all([signedUp('A'), signedUp('B')]);
  const shop = newShop();
  const answers = await Promise.all(
    people.map(({ browser }) => browser.send('/api/tenants', { json: shop })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test('a sign-up that stopped half-way is completed by the same request, and by nobody else', async () => {
  const lin = await signedUp();
  const shop = newShop();
  const me = (await read(await lin.browser.send('/api/me'))).body.user as { id: string };
  await claimSlug(services().authDb, {
    ...shop,
    tenantId: newId('ten'),
    memberId: newId('stf'),
    userId: me.id,
    sessionId: 'of the request that was cut off',
    nowMs: Date.now(),
  });
  const mo = await signedUp('Mo');
  expect((await mo.browser.send('/api/tenants', { json: shop })).status).toBe(409);
  expect((await lin.browser.send('/api/tenants', { json: shop })).status).toBe(201);
  expect((await read(await lin.browser.send('/api/me'))).body.tenant).toMatchObject({ slug: shop.slug });
});

test.each([
  ['ab', 'malformed'],
  ['-ab', 'malformed'],
  ['ab-', 'malformed'],
  ['a--b', 'malformed'],
  ['xn--fiqs8s', 'malformed'],
  ['a.b.c', 'malformed'],
  ['Mianyu', 'malformed'],
  ['a'.repeat(41), 'malformed'],
  ['棉屿店', 'malformed'],
  ['console', 'reserved'],
  ['api', 'reserved'],
  ['pointmall', 'reserved'],
])('the slug %s is refused as %s before anything is written', async (slug, reason) => {
  const lin = await signedUp();
  const asked = await read(await lin.browser.send(`/api/slugs/${encodeURIComponent(slug)}`));
  expect(asked).toEqual({ status: 200, body: { free: false, reason } });
  const created = await read(await lin.browser.send('/api/tenants', { json: newShop(slug) }));
  expect(created.status).toBe(reason === 'reserved' ? 409 : 400);
});

test('a free slug is free until it is taken', async () => {
  const { browser, slug } = await owner();
  const free = `free-${unique()}`;
  expect((await read(await browser.send(`/api/slugs/${free}`))).body).toEqual({ free: true, reason: null });
  expect((await read(await browser.send(`/api/slugs/${slug}`))).body).toEqual({
    free: false,
    reason: 'taken',
  });
});

test('settings change what is named; what points are counted in is fixed once the mall is open', async () => {
  const { browser } = await owner();
  const renamed = await read(
    await browser.send('/api/tenant', { method: 'PATCH', json: { name: '新名字' } }),
  );
  expect([renamed.status, renamed.body.name]).toEqual([200, '新名字']);
  const currency = await read(
    await browser.send('/api/tenant', { method: 'PATCH', json: { currency: 'USD' } }),
  );
  expect([currency.status, currency.body.field, currency.body.reason]).toEqual([
    400,
    'currency',
    'fixed_once_open',
  ]);
});

test('the days of a shop that is being built are another zone’s until somebody has an account in it', async () => {
  const { browser } = await owner({ open: false });
  const set = async (json: object) => {
    const { status, body } = await read(await browser.send('/api/tenant', { method: 'PATCH', json }));
    return [status, status === 200 ? body.timeZone : body.reason];
  };
  expect(await set({ timeZone: 'Asia/Tokyo' })).toEqual([200, 'Asia/Tokyo']);
  await browser.send('/api/members', { json: { email: `${unique()}@member.test` } });
  expect(await set({ timeZone: 'Asia/Shanghai' })).toEqual([400, 'fixed_once_open']);
  expect(await set({ currency: 'USD' })).toEqual([400, 'fixed_once_open']);
  expect(await set({ timeZone: 'Asia/Tokyo' })).toEqual([200, 'Asia/Tokyo']);
});

test.each([
  [{ currency: 'XXQ' }],
  [{ timeZone: 'Mars/Olympus' }],
  [{ name: '' }],
  [{ name: 'NUL \u0000' }],
  [{ name: 'half of a pair \ud83d' }],
  [{ name: '\u200B\u3164 ' }],
  [{ name: 'W'.repeat(300) }],
  [{ name: 7 }],
  [{ locale: 'fr' }],
  [{ industry: 'mining' }],
  [{ state: 'open' }],
  [{ id: 'ten_other' }],
])('a shop with %j is refused by field and nothing is made', async (wrong) => {
  const lin = await signedUp();
  const answer = await read(await lin.browser.send('/api/tenants', { json: { ...newShop(), ...wrong } }));
  expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
  expect((await read(await lin.browser.send('/api/me'))).body.tenant).toBe(null);
});

test('a host that the edge has forgotten is found in Postgres and kept at the edge again', async () => {
  const { slug, tenantId } = await owner();
  const kept = await env.EDGE.get(`host:${slug}`, 'json');
  expect(kept).toMatchObject({ tenantId, state: 'open', tenant: { slug } });
  await env.EDGE.delete(`host:${slug}`);
  await newBrowser(`${slug}.localhost:8787`).send('/');
  expect(await env.EDGE.get(`host:${slug}`, 'json')).toEqual(kept);
});
