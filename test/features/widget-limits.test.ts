import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { answerOf, openWidget, SITE, type Widget } from './widget-world.ts';

let widget: Widget;
beforeAll(async () => {
  widget = await openWidget();
});

/** Lets so many of each key through, and remembers which were counted. */
function limiter(countMax: number) {
  const keys: string[] = [];
  const limit = async ({ key }: { key: string }) => {
    keys.push(key);
    return { success: keys.filter((counted) => counted === key).length <= countMax };
  };
  return { keys, limit };
}

const swap = (token: string, bindings = env, address = '198.51.100.7', at = widget) =>
  at.send('/session', { json: { token }, bindings, headers: { 'cf-connecting-ip': address } });

test('a network that asks too often is told how long to wait, and the site’s page may read it', async () => {
  const limit = limiter(2);
  const bindings = { ...env, SESSION_CALLER_LIMIT: limit };
  const other = await openWidget();
  expect((await swap('x', bindings)).status).toBe(401);
  expect((await swap('x', bindings)).status).toBe(401);
  const refused = await swap('x', bindings);
  expect([refused.headers.get('retry-after'), refused.headers.get('access-control-allow-origin')]).toEqual([
    '10',
    SITE,
  ]);
  expect(refused.headers.get('access-control-expose-headers')).toContain('retry-after');
  expect(await answerOf(refused)).toMatchObject({
    status: 429,
    body: { code: 'too-many-requests', seconds: 10, detail: 'Too fast. Try again in 10 seconds' },
  });
  expect((await swap('x', bindings, '198.51.100.8')).status).toBe(401);
  expect((await swap('x', bindings, '198.51.100.7', other)).status).toBe(401);
  const [shop, elsewhere] = [widget.shop.tenant.id, other.shop.tenant.id];
  expect(new Set(limit.keys)).toEqual(
    new Set([`${shop}/198.51.100.7`, `${shop}/198.51.100.8`, `${elsewhere}/198.51.100.7`]),
  );
});

test('a shop opens so many sessions at a time, and strangers’ rubbish is not counted against it', async () => {
  const limit = limiter(1);
  const bindings = { ...env, SESSION_SHOP_LIMIT: limit };
  const other = await openWidget();
  for (const rubbish of ['x', await other.token(), await widget.token({ exp: 1 })])
    expect((await swap(rubbish, bindings)).status).toBe(401);
  expect(limit.keys).toEqual([]);
  expect((await swap(await widget.token(), bindings)).status).toBe(200);
  const { status, body } = await answerOf(await swap(await widget.token(), bindings));
  expect([status, body.code]).toEqual([429, 'too-many-requests']);
  expect(limit.keys).toEqual([widget.shop.tenant.id, widget.shop.tenant.id]);
});

test.each(['SESSION_CALLER_LIMIT', 'SESSION_SHOP_LIMIT'])(
  'a token that came too soon (%s) is not used up by it',
  async (name) => {
    const token = await widget.token();
    const full = { ...env, [name]: limiter(0) };
    expect((await swap(token, full)).status).toBe(429);
    expect((await swap(token)).status).toBe(200);
  },
);

test('a token brought by a page of another site is refused there and not used up by it', async () => {
  const token = await widget.token();
  const { status } = await widget.send('/session', { json: { token }, origin: 'https://evil.example' });
  expect(status).toBe(403);
  expect((await swap(token)).status).toBe(200);
});

test('of a burst of sixty from one network no more than the deployed limit’s two windows pass', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, host) => swap('x', env, `2001:db8:5:6::${host}`)),
  );
  const passed = answers.filter(({ status }) => status === 401).length;
  expect([passed >= 20, passed <= 40]).toEqual([true, true]);
});
