import { expect, test } from 'vitest';
import { newBrowser, read } from './browser.ts';
import { owner, unique } from './merchant.ts';

type Shop = Awaited<ReturnType<typeof owner>>;

const create = ({ browser }: Shop, scopes: string[], headers: Record<string, string> = {}) =>
  browser.send('/api/api-keys', { json: { name: 'Web shop', scopes }, headers });
const withKey = (key: unknown) => newBrowser('api.localhost:8787', { authorization: `Bearer ${key}` });

test('a key is shown once, works at once, and the list never tells it', async () => {
  const shop = await owner();
  const response = await create(shop, ['rewards:read', 'orders:write', 'rewards:read']);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const { status, body } = await read(response);
  expect({ status, body }).toEqual({
    status: 201,
    body: {
      id: expect.stringMatching(/^key_/),
      name: 'Web shop',
      key: expect.stringMatching(/^pmk_[\w-]{32}$/),
      prefix: String(body.key).slice(0, 10),
      scopes: ['orders:write', 'rewards:read'],
      createdAt: expect.any(String),
      lastUsedAt: null,
      revokedAt: null,
    },
  });
  expect((await withKey(body.key).send('/v1/rewards')).status).toBe(200);
  const listed = await read(await shop.browser.send('/api/api-keys'));
  expect(JSON.stringify(listed)).not.toContain(body.key);
  expect(listed.body.items).toEqual([
    expect.objectContaining({ id: body.id, lastUsedAt: expect.any(String) }),
  ]);
});

test('the request sent again answers the same record without the key; other content under its key is refused', async () => {
  const shop = await owner();
  const headers = { 'idempotency-key': unique() };
  const first = await read(await create(shop, ['orders:write'], headers));
  expect(await read(await create(shop, ['orders:write'], headers))).toEqual({
    status: 201,
    body: { ...first.body, key: null },
  });
  const other = await read(await create(shop, ['members:read'], headers));
  expect([other.status, other.body.code]).toEqual([422, 'key-reused']);
  expect((await read(await shop.browser.send('/api/api-keys'))).body.items).toHaveLength(1);
});

test('a revoked key is refused with its next request, and revoking again changes nothing', async () => {
  const shop = await owner();
  const { body } = await read(await create(shop, ['rewards:read']));
  const revoke = () => shop.browser.send(`/api/api-keys/${body.id}/revoke`, { method: 'POST' });
  const revoked = await read(await revoke());
  expect(revoked).toMatchObject({ status: 200, body: { revokedAt: expect.any(String) } });
  expect((await withKey(body.key).send('/v1/rewards')).status).toBe(401);
  expect(await read(await revoke())).toEqual(revoked);
});

test('a key opens what its scopes name and nothing else', async () => {
  const shop = await owner();
  const { body } = await read(await create(shop, ['rewards:read']));
  const refused = await read(await withKey(body.key).send('/v1/orders', { json: {} }));
  expect([refused.status, refused.body.code, refused.body.requiredScope]).toEqual([
    403,
    'forbidden',
    'orders:write',
  ]);
});

test("another shop's key looks like a missing one", async () => {
  const [shop, other] = [await owner(), await owner()];
  const { body } = await read(await create(other, ['rewards:read']));
  const answer = async (id: unknown) => {
    const { instance: _, ...rest } = (
      await read(await shop.browser.send(`/api/api-keys/${id}/revoke`, { method: 'POST' }))
    ).body;
    return rest;
  };
  expect(await answer(body.id)).toEqual(await answer('key_00000000000000000000000000'));
  expect((await withKey(body.key).send('/v1/rewards')).status).toBe(200);
});

test('a key says how much of its quota is left', async () => {
  const shop = await owner();
  const { body } = await read(await create(shop, ['rewards:read']));
  const answers = [await withKey(body.key).send('/v1/rewards'), await withKey(body.key).send('/v1/rewards')];
  expect(answers.map(({ headers }) => headers.get('ratelimit-policy'))).toEqual(
    Array(2).fill('"key";q=3000;w=60'),
  );
  const left = answers.map(({ headers }) =>
    Number(/^"key";r=(\d+);t=\d+$/.exec(headers.get('ratelimit') ?? '')?.[1]),
  );
  expect(left[0]).toBe(Number(left[1]) + 1);
});

test.each([
  [{ name: '', scopes: ['orders:write'] }],
  [{ name: 'x', scopes: [] }],
  [{ name: 'x', scopes: ['everything'] }],
  [{ name: 'x' }],
  [{ name: 'x', scopes: ['orders:write'], tenantId: 'ten_other' }],
])('a key with %j is refused', async (json) => {
  const shop = await owner();
  const answer = await read(await shop.browser.send('/api/api-keys', { json }));
  expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
});
