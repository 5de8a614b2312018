import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { read } from './browser.ts';
import {
  CONSOLE,
  clerkLink,
  clerkOf,
  join,
  newPhone,
  PIN,
  signIn,
  tokenOf,
  unlock,
  WRONG_PIN,
} from './clerk.ts';
import { messagesTo } from './inbox.ts';
import { owner, PASSWORD } from './merchant.ts';
import { services } from './services.ts';

const codeOf = async (response: Response) => {
  const { status, body } = await read(response);
  return [status, body.code ?? 'ok'];
};

test('a clerk joins by a link with her name and a PIN, and is at the counter of that shop for 180 days', async () => {
  const shop = await owner();
  const { token, url } = await clerkLink(shop);
  expect(url).toBe(`http://${CONSOLE}/join-counter/${token}`);
  const phone = newPhone();
  const look = await read(await phone.send('/api/counter/link', { json: { token } }));
  expect(look).toEqual({ status: 200, body: { shopName: 'Mianyu 棉屿', name: null } });
  const joined = await join(phone, token, { name: '  小周 ' });
  expect(joined.status).toBe(200);
  const session = joined.headers.getSetCookie().find((cookie) => cookie.includes('session_token')) ?? '';
  expect(session).toMatch(/Max-Age=15552000/);
  expect(joined.headers.getSetCookie().every((cookie) => /^__Host-.*HttpOnly/i.test(cookie))).toBe(true);
  const me = (await read(await phone.send('/api/me'))).body;
  expect(me).toMatchObject({
    user: { name: '小周', email: null, emailVerified: false },
    role: 'clerk',
    tenant: { id: shop.tenantId },
    device: { isLocked: false },
  });
  const staff = (await read(await shop.browser.send('/api/staff'))).body;
  expect(staff).toMatchObject({
    members: [
      { role: 'owner', hasPin: false },
      { name: '小周', email: null, role: 'clerk', hasPin: true },
    ],
    links: [],
  });
});

test('a link makes one clerk: used, withdrawn, old and forged ones are refused in the same words', async () => {
  const shop = await owner();
  const [used, withdrawn, old] = [await clerkLink(shop), await clerkLink(shop), await clerkLink(shop)];
  await join(newPhone(), used.token);
  await shop.browser.send(`/api/staff/clerk-links/${withdrawn.id}/withdraw`, { method: 'POST' });
  await services().authDb.execute(
    sql`update auth.clerk_link set expires_at = now() - interval '1 second' where id = ${old.id}`,
  );
  const forged = `${(await clerkLink(shop)).id}.${'A'.repeat(22)}`;
  const tokens = [used.token, withdrawn.token, old.token, forged, 'x', `${used.token}.x`];
  const answers = await Promise.all(
    tokens.flatMap((token) => [
      newPhone().send('/api/counter/link', { json: { token } }),
      join(newPhone(), token),
    ]),
  );
  const told = await Promise.all(
    answers.map(async (answer) => {
      const { instance: _, ...rest } = (await read(answer)).body;
      return JSON.stringify(rest);
    }),
  );
  expect(new Set(told).size).toBe(1);
  expect(JSON.parse(told[0] ?? '{}')).toMatchObject({ status: 404, code: 'clerk-link-invalid' });
});

test('of two phones on one link at once one is in', async () => {
  const shop = await owner();
  const { token } = await clerkLink(shop);
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) => join(newPhone(), token, { name: `Clerk ${index}` })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404, 404, 404, 404, 404]);
  const { members } = (await read(await shop.browser.send('/api/staff'))).body as { members: unknown[] };
  expect(members).toHaveLength(2);
});

test('a joining whose answer was lost is sent again and finds the same clerk, with her PIN alone', async () => {
  const shop = await owner();
  const { token } = await clerkLink(shop);
  const headers = { 'idempotency-key': 'one-attempt' };
  const send = (pin: string, phone = newPhone()) =>
    phone.send('/api/counter/join', { json: { token, name: '小周', pin }, headers });
  expect((await send(PIN)).status).toBe(200);
  const phone = newPhone();
  expect((await send(PIN, phone)).status).toBe(200);
  expect((await read(await phone.send('/api/me'))).body).toMatchObject({ user: { name: '小周' } });
  expect(await codeOf(await send(WRONG_PIN))).toEqual([422, 'pin-wrong']);
  const { members } = (await read(await shop.browser.send('/api/staff'))).body as { members: unknown[] };
  expect(members).toHaveLength(2);
});

test('the same joining sent twice at once is one clerk, and both answers are hers', async () => {
  const shop = await owner();
  const { token } = await clerkLink(shop);
  const headers = { 'idempotency-key': 'twice-at-once' };
  const send = () =>
    newPhone().send('/api/counter/join', { json: { token, name: '小周', pin: PIN }, headers });
  const answers = await Promise.all([send(), send()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});

test('a PIN that people try first is refused, and the link is still good', async () => {
  const shop = await owner();
  const { token } = await clerkLink(shop);
  const phone = newPhone();
  expect(await codeOf(await join(phone, token, { pin: '123456' }))).toEqual([422, 'pin-refused']);
  expect((await join(phone, token)).status).toBe(200);
});

test('a PIN is kept as a hash under a key that the database does not have', async () => {
  const shop = await owner();
  const clerks = [await clerkOf(shop), await clerkOf(shop)];
  const { rows } = await services().authDb.execute<{ hash: string; salt: string }>(
    sql`select hash, salt from auth.pin where organization_id = ${shop.tenantId}`,
  );
  expect(rows).toHaveLength(clerks.length);
  expect(new Set(rows.map(({ hash }) => hash)).size).toBe(2);
  expect(rows.every(({ hash }) => hash.length === 43 && !hash.includes(PIN))).toBe(true);
});

test('joining always begins a new session, and the one that stood in the browser ends', async () => {
  const shop = await owner();
  const { token } = await clerkLink(shop);
  const phone = newPhone();
  await phone.send('/api/auth/sign-in/email', { json: { email: shop.email, password: PASSWORD } });
  const before = Object.fromEntries(phone.cookies);
  await join(phone, token);
  const after = Object.fromEntries(phone.cookies);
  const name = '__Host-pm.session_token';
  expect(after[name]).not.toBe(before[name]);
  const stale = { headers: { cookie: `${name}=${before[name]}` } };
  expect((await newPhone().send('/api/tenant', stale)).status).toBe(401);
});

test("a PIN's session is worth nothing on another device", async () => {
  const shop = await owner();
  const { phone } = await clerkOf(shop);
  const cookie = `__Host-pm.session_token=${phone.cookies.get('__Host-pm.session_token')}`;
  expect((await newPhone().send('/api/tenant', { headers: { cookie } })).status).toBe(401);
  const other = await clerkOf(await owner());
  const device = `__Host-pm_device=${other.phone.cookies.get('__Host-pm_device')}`;
  const both = { headers: { cookie: `${cookie}; ${device}` } };
  expect((await newPhone().send('/api/tenant', both)).status).toBe(401);
});

test('a clerk of a link cannot make accounts, shops, addresses or passwords of it', async () => {
  const shop = await owner();
  const { phone, userId } = await clerkOf(shop);
  const address = `${userId.toLowerCase()}@clerk.invalid`;
  const type = 'email-verification';
  const asked: [string, object][] = [
    ['/api/tenants', {}],
    ['/api/staff/invitations/inv_x/accept', {}],
    ['/api/auth/email-otp/send-verification-otp', { email: address, type }],
    ['/api/auth/email-otp/request-password-reset', { email: address.toUpperCase() }],
    ['/api/auth/sign-up/email', { name: 'x', email: 'x@clerk.invalid', password: PASSWORD }],
    ['/api/auth/change-password', { newPassword: PASSWORD, currentPassword: PIN }],
    ['/api/auth/update-session', { activeOrganizationId: 'ten_other' }],
    ['/api/auth/revoke-sessions', {}],
  ];
  const statuses = [];
  for (const [path, json] of asked) statuses.push((await phone.send(path, { json })).status);
  expect(statuses).toEqual([403, 403, 400, 400, 400, 404, 404, 404]);
  expect((await phone.send('/api/auth/get-session')).status).toBe(404);
  expect(await messagesTo(address)).toEqual([]);
  const promote = { method: 'PATCH', json: { role: 'manager' } };
  expect(await codeOf(await shop.browser.send(`/api/staff/${userId}`, promote))).toEqual([
    409,
    'email-needed',
  ]);
});

test('a manager takes off clerks alone, and the clerk is out at once with her PIN and her devices', async () => {
  const shop = await owner();
  const { phone, userId, pin } = await clerkOf(shop);
  const remove = (id: string) => shop.browser.send(`/api/staff/${id}/remove`, { method: 'POST' });
  expect((await remove(userId)).status).toBe(200);
  expect(await codeOf(await phone.send('/api/tenant'))).toEqual([401, 'unauthenticated']);
  expect(await codeOf(await unlock(phone, pin))).toEqual([401, 'unauthenticated']);
  expect(await codeOf(await signIn(phone, userId, pin))).toEqual([404, 'not-found']);
  expect((await read(await phone.send('/api/counter/device'))).body).toEqual({
    shopName: 'Mianyu 棉屿',
    clerks: [],
    lockedFor: null,
  });
});

test('a reset ends the PIN and the session at once; the new link gives a new PIN to the same clerk, once', async () => {
  const shop = await owner();
  const { phone, userId } = await clerkOf(shop);
  const headers = { 'idempotency-key': 'reset' };
  const reset = () => shop.browser.send(`/api/staff/${userId}/pin-link`, { method: 'POST', headers });
  const made = await read(await reset());
  expect(await read(await reset())).toEqual(made);
  expect(await codeOf(await phone.send('/api/tenant'))).toEqual([401, 'unauthenticated']);
  expect(await codeOf(await signIn(phone, userId, PIN))).toEqual([404, 'not-found']);
  const token = tokenOf(String(made.body.url));
  const look = await read(await phone.send('/api/counter/link', { json: { token } }));
  expect(look.body).toEqual({ shopName: 'Mianyu 棉屿', name: '小周' });
  const pin = '520941';
  expect((await join(phone, token, { name: null, pin })).status).toBe(200);
  expect((await read(await phone.send('/api/me'))).body).toMatchObject({ user: { id: userId } });
  expect((await join(newPhone(), token, { name: null, pin })).status).toBe(404);
  expect((await signIn(phone, userId, pin)).status).toBe(200);
});

test('links and clerks of another shop look like missing ones', async () => {
  const [shop, other] = [await owner(), await owner()];
  const { id } = await clerkLink(other);
  const clerk = await clerkOf(other);
  const post = (path: string) => shop.browser.send(path, { method: 'POST' });
  const answers = [
    await post(`/api/staff/clerk-links/${id}/withdraw`),
    await post(`/api/staff/${clerk.userId}/pin-link`),
    await post(`/api/staff/${clerk.userId}/remove`),
  ];
  expect(await Promise.all(answers.map(codeOf))).toEqual(Array(3).fill([404, 'not-found']));
  expect((await clerk.phone.send('/api/tenant')).status).toBe(200);
});

test("a slip tells nobody what another shop's people are called", async () => {
  const [shop, other] = [await owner(), await owner()];
  const clerk = await clerkOf(other, { name: '阿宁' });
  const asked = async (staffId: string) => {
    const { status, body } = await read(await shop.browser.send(`/api/counter/slip?staffId=${staffId}`));
    return { status, text: JSON.stringify(body).replaceAll(staffId, 'ID') };
  };
  expect(await asked(clerk.userId)).toEqual(await asked('clk_nobody'));
  const own = await clerkOf(shop, { name: '小周' });
  expect((await asked(own.userId)).text).toContain('小周');
});
