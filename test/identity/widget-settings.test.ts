import { generateKeyPairSync } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { signingKeys } from '../../src/db/schema/index.ts';
import { readManifest } from '../../src/features/publication/read-mall.ts';
import { findTenant } from '../../src/features/tenants/find-tenant.ts';
import { read } from './browser.ts';
import { owner, unique } from './merchant.ts';
import { services } from './services.ts';

type Shop = Awaited<ReturnType<typeof owner>>;

const createKey = ({ browser }: Shop, json: object, headers: Record<string, string> = {}) =>
  browser.send('/api/widget/keys', { json: { name: 'Web shop', ...json }, headers });
const allow = async ({ browser }: Shop, origin: string) =>
  read(await browser.send('/api/widget/origins', { json: { origin } }));
const settings = async ({ browser }: Shop) => (await read(await browser.send('/api/widget'))).body;

async function publishedOrigins({ tenantId }: Shop) {
  const tenant = await findTenant({ ctx: services(), input: { tenantId } });
  if (!tenant) throw new Error('the shop is missing');
  return (await readManifest({ ...services(), tenant }))?.widget?.origins;
}

test('a secret is made once, shown once and kept encrypted', async () => {
  const shop = await owner();
  const response = await createKey(shop, {});
  expect(response.headers.get('cache-control')).toBe('no-store');
  const { status, body } = await read(response);
  const key = {
    id: expect.stringMatching(/^sgk_/),
    name: 'Web shop',
    algorithm: 'HS256',
    createdAt: expect.any(String),
    lastUsedAt: null,
    revokedAt: null,
  };
  expect({ status, body }).toEqual({
    status: 201,
    body: { ...key, secret: expect.stringMatching(/^pms_[\w-]{43}$/) },
  });
  const shown = await settings(shop);
  expect(shown).toEqual({
    audience: `pointmall:${shop.slug}`,
    scriptUrl: 'http://localhost:8787/widget.js',
    previewUrl: `http://${shop.slug}.localhost:8787/widget/preview`,
    docsUrl: `http://localhost:8787/docs/widget?mall=${shop.slug}`,
    origins: [],
    keys: [key],
  });
  const { db } = services();
  const [rows] = await db.batch(shop.tenantId, [
    db.build.select().from(signingKeys).where(eq(signingKeys.tenantId, shop.tenantId)),
  ]);
  const kept = JSON.stringify(rows);
  expect(kept).not.toContain(body.secret);
  expect(kept).not.toContain(Buffer.from(String(body.secret)).toString('base64url'));
});

test('the request sent again answers the same key without its secret', async () => {
  const shop = await owner();
  const headers = { 'idempotency-key': unique() };
  const first = await read(await createKey(shop, {}, headers));
  expect(await read(await createKey(shop, {}, headers))).toEqual({
    status: 201,
    body: { ...first.body, secret: null },
  });
});

test('two keys live at a time, also when six are asked for at once; a revoked one makes room', async () => {
  const shop = await owner();
  const answers = await Promise.all(Array.from({ length: 6 }, async () => read(await createKey(shop, {}))));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'too-many-keys',
    limit: 2,
  });
  const kid = answers.find(({ status }) => status === 201)?.body.id;
  const revoke = async () =>
    read(await shop.browser.send(`/api/widget/keys/${kid}/revoke`, { method: 'POST' }));
  const revoked = await revoke();
  expect(revoked).toMatchObject({ status: 200, body: { id: kid, revokedAt: expect.any(String) } });
  expect(await revoke()).toEqual(revoked);
  expect((await createKey(shop, {})).status).toBe(201);
});

test('the public half of an Ed25519 key is taken as PEM or JWK, and no secret is made', async () => {
  const shop = await owner();
  const { publicKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  const jwk = JSON.stringify(publicKey.export({ format: 'jwk' }));
  for (const text of [pem, jwk]) {
    expect(await read(await createKey(shop, { publicKey: text }))).toMatchObject({
      status: 201,
      body: { algorithm: 'EdDSA', secret: null },
    });
  }
});

test('a private key, another kind of key and no key at all are refused, and nothing of them is kept', async () => {
  const shop = await owner();
  const ed25519 = generateKeyPairSync('ed25519');
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const refused = async (publicKey: string) => {
    const { status, body } = await read(await createKey(shop, { publicKey }));
    return [status, body.code, body.reason];
  };
  for (const text of [
    ed25519.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    JSON.stringify(ed25519.privateKey.export({ format: 'jwk' })),
  ]) {
    expect(await refused(text)).toEqual([400, 'invalid-input', 'private_key']);
  }
  for (const text of [
    rsa.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    JSON.stringify(p256.publicKey.export({ format: 'jwk' })),
    '{"kty":"OKP","crv":"Ed25519","x":"AAAA"}',
    '{"kty":"oct","k":"c2VjcmV0"}',
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ me@host',
    '{',
    '',
  ]) {
    expect(await refused(text)).toEqual([400, 'invalid-input', 'not_an_ed25519_public_key']);
  }
  expect((await settings(shop)).keys).toEqual([]);
});

test('allowed origins reach the edge exactly as browsers send them, and leave it again', async () => {
  const shop = await owner();
  expect(await allow(shop, ' https://Shop.Example/ ')).toEqual({
    status: 200,
    body: { origins: ['https://shop.example'] },
  });
  const both = ['https://shop.example', 'http://localhost:3000'];
  expect((await allow(shop, 'http://localhost:3000')).body).toEqual({ origins: both });
  expect((await allow(shop, 'http://localhost:3000')).body).toEqual({ origins: both });
  expect(await publishedOrigins(shop)).toEqual(both);
  const removed = await shop.browser.send('/api/widget/origins/remove', {
    json: { origin: 'https://shop.example' },
  });
  expect((await read(removed)).body).toEqual({ origins: ['http://localhost:3000'] });
  expect(await publishedOrigins(shop)).toEqual(['http://localhost:3000']);
});

test('what is no origin is refused, and the twenty-first too', async () => {
  const shop = await owner();
  expect(await allow(shop, 'https://shop.example/path')).toMatchObject({
    status: 400,
    body: { code: 'invalid-input', field: 'origin' },
  });
  for (let count = 1; count <= 20; count += 1) await allow(shop, `https://site-${count}.example`);
  expect(await allow(shop, 'https://one-more.example')).toMatchObject({
    status: 409,
    body: { code: 'too-many-origins', limit: 20 },
  });
  expect((await allow(shop, 'https://site-7.example')).status).toBe(200);
});

test("one shop's keys and origins are nothing to another", async () => {
  const [mine, theirs] = [await owner(), await owner()];
  const { body } = await read(await createKey(mine, {}));
  await allow(mine, 'https://shop.example');
  const foreign = await theirs.browser.send(`/api/widget/keys/${body.id}/revoke`, { method: 'POST' });
  const missing = await theirs.browser.send('/api/widget/keys/sgk_nobody/revoke', { method: 'POST' });
  const { instance: _, ...expected } = (await read(missing)).body;
  expect((await read(foreign)).body).toMatchObject(expected);
  await theirs.browser.send('/api/widget/origins/remove', { json: { origin: 'https://shop.example' } });
  expect(await settings(mine)).toMatchObject({
    origins: ['https://shop.example'],
    keys: [expect.objectContaining({ id: body.id, revokedAt: null })],
  });
  expect(await settings(theirs)).toMatchObject({ origins: [], keys: [] });
});
