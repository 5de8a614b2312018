import { expect, test, vi } from 'vitest';
import { newBrowser, read } from './browser.ts';
import { messagesTo } from './inbox.ts';
import { owner, PASSWORD, proveEmail, signedUp, unique } from './merchant.ts';

type Owner = Awaited<ReturnType<typeof owner>>;

async function invite({ browser }: Owner, email: string, role = 'clerk') {
  return read(await browser.send('/api/staff/invitations', { json: { email, role } }));
}

/** Somebody new who works in the shop. */
async function colleague(shop: Owner, role = 'clerk') {
  const email = `${unique()}@staff.test`;
  const { body } = await invite(shop, email, role);
  const person = await signedUp('Xu', email);
  await proveEmail(person);
  const accepted = await person.browser.send(`/api/staff/invitations/${body.id}/accept`, { method: 'POST' });
  expect(accepted.status).toBe(200);
  const me = (await read(await person.browser.send('/api/me'))).body;
  return { ...person, userId: (me.user as { id: string }).id, me };
}

test('a clerk is invited by mail, signs up with that address and works in the shop', async () => {
  const shop = await owner();
  const email = `${unique()}@staff.test`;
  const invited = await invite(shop, email);
  expect(invited).toEqual({
    status: 201,
    body: { id: expect.stringMatching(/^inv_/), email, role: 'clerk', expiresAt: expect.any(String) },
  });
  const [letter] = await messagesTo(email);
  expect(letter?.text).toContain(`http://console.localhost:8787/invitations/${invited.body.id}?email=`);
  const clerk = await signedUp('Xu', email);
  const path = `/api/staff/invitations/${invited.body.id}/accept`;
  const unproved = await read(await clerk.browser.send(path, { method: 'POST' }));
  expect([unproved.status, unproved.body.code]).toEqual([403, 'email-unverified']);
  await proveEmail(clerk);
  expect((await clerk.browser.send(path, { method: 'POST' })).status).toBe(200);
  const me = (await read(await clerk.browser.send('/api/me'))).body;
  expect([me.role, (me.tenant as { slug: string }).slug]).toEqual(['clerk', shop.slug]);
  const staff = (await read(await shop.browser.send('/api/staff'))).body;
  expect(staff).toMatchObject({ members: [{ role: 'owner' }, { email, role: 'clerk' }], invitations: [] });
});

test('the same invitation sent again with its key is one invitation and one letter', async () => {
  const shop = await owner();
  const email = `${unique()}@staff.test`;
  const headers = { 'idempotency-key': unique() };
  const send = () => shop.browser.send('/api/staff/invitations', { json: { email, role: 'clerk' }, headers });
  const first = await read(await send());
  expect(await read(await send())).toEqual(first);
  expect(await messagesTo(email)).toHaveLength(1);
});

test('an invitation opens for nobody else, not twice for a removed colleague, and not after it was withdrawn', async () => {
  const shop = await owner();
  const email = `${unique()}@staff.test`;
  const { body } = await invite(shop, email);
  const path = `/api/staff/invitations/${body.id}/accept`;
  const stranger = await signedUp('Eve');
  await proveEmail(stranger);
  const refused = await read(await stranger.browser.send(path, { method: 'POST' }));
  expect([refused.status, refused.body.code]).toEqual([404, 'invitation-invalid']);
  expect(
    (await shop.browser.send(`/api/staff/invitations/${body.id}/cancel`, { method: 'POST' })).status,
  ).toBe(200);
  const invitee = await signedUp('Xu', email);
  await proveEmail(invitee);
  expect((await invitee.browser.send(path, { method: 'POST' })).status).toBe(404);
});

test('someone who works here already is not invited again', async () => {
  const shop = await owner();
  const clerk = await colleague(shop);
  const again = await invite(shop, clerk.email);
  expect([again.status, again.body.code]).toEqual([409, 'already-staff']);
});

test('how the shop takes cash is for its owner and managers', async () => {
  const shop = await owner();
  const [clerk, manager] = [await colleague(shop), await colleague(shop, 'manager')];
  const writes: [string, string, object][] = [
    ['POST', '/api/payments/onboarding', { country: 'JP' }],
    ['POST', '/api/payments/refresh', {}],
    ['PUT', '/api/payments/counter', { enabled: true }],
  ];
  const refused = [(await clerk.browser.send('/api/payments')).status];
  for (const [method, path, json] of writes) {
    refused.push((await clerk.browser.send(path, { method, json })).status);
  }
  expect(refused).toEqual([403, 403, 403, 403]);
  const json = { enabled: true };
  const turned = await read(await manager.browser.send('/api/payments/counter', { method: 'PUT', json }));
  expect(turned).toMatchObject({ status: 200, body: { counterEnabled: true, state: 'none' } });
  expect(await read(await shop.browser.send('/api/payments'))).toEqual(turned);
});

test('what a reward costs the shop is told to managers, and never to a clerk', async () => {
  const shop = await owner();
  const [clerk, manager] = [await colleague(shop), await colleague(shop, 'manager')];
  const json = { names: { en: 'Tote' }, pointsEach: 500, marketPriceMinor: 5900, costMinor: 2100 };
  const { body } = await read(await shop.browser.send('/api/rewards', { json }));
  const seenBy = async ({ browser }: { browser: Owner['browser'] }) => {
    const answers = ['/api/rewards', `/api/rewards/${body.id}`].map(async (path) =>
      JSON.stringify((await read(await browser.send(path))).body),
    );
    return (await Promise.all(answers)).map((text) => [text.includes('5900'), text.includes('2100')]);
  };
  expect(await seenBy(manager)).toEqual([
    [true, true],
    [true, true],
  ]);
  expect(await seenBy(clerk)).toEqual([
    [true, false],
    [true, false],
  ]);
});

test('a clerk sees nothing of keys and staff, and a manager brings in clerks only', async () => {
  const shop = await owner();
  const clerk = await colleague(shop);
  const statuses = await Promise.all(
    ['/api/staff', '/api/api-keys'].map(async (path) => (await clerk.browser.send(path)).status),
  );
  expect(statuses).toEqual([403, 403]);
  const manager = await colleague(shop, 'manager');
  const ask = async (role: string) =>
    (await manager.browser.send('/api/staff/invitations', { json: { email: `${unique()}@s.test`, role } }))
      .status;
  expect([await ask('clerk'), await ask('manager'), await ask('owner')]).toEqual([201, 403, 403]);
});

test('a tab that was drawn for somebody else reads and changes nothing, whoever signed in since', async () => {
  const shop = await owner();
  const clerk = await colleague(shop);
  const { tenant } = clerk.me as { tenant: { id: string } };
  const ask = async (seen: string) => {
    const headers = { 'x-seen-session': seen };
    const answers = await Promise.all([
      clerk.browser.send('/api/tenant', { headers }),
      clerk.browser.send('/api/me', { headers }),
    ]);
    return answers.map(({ status }) => status);
  };
  expect(await ask(`${clerk.userId} ${tenant.id}`)).toEqual([200, 200]);
  expect(await ask(`usr_another ${tenant.id}`)).toEqual([409, 200]);
  expect(await ask(`${clerk.userId} ten_another`)).toEqual([409, 200]);
});

test('a removed colleague is out with her next request', async () => {
  const shop = await owner();
  const clerk = await colleague(shop);
  expect((await clerk.browser.send('/api/tenant')).status).toBe(200);
  expect((await shop.browser.send(`/api/staff/${clerk.userId}/remove`, { method: 'POST' })).status).toBe(200);
  const after = await read(await clerk.browser.send('/api/tenant'));
  expect([after.status, after.body.code]).toEqual([409, 'tenant-missing']);
});

test('a new role holds from the next request on', async () => {
  const shop = await owner();
  const clerk = await colleague(shop);
  const change = { method: 'PATCH', json: { role: 'manager' } };
  expect((await shop.browser.send(`/api/staff/${clerk.userId}`, change)).status).toBe(200);
  expect((await clerk.browser.send('/api/staff')).status).toBe(200);
});

test('a shop keeps an owner: the last one cannot leave, and of two who remove each other one stays', async () => {
  const shop = await owner();
  const own = (await read(await shop.browser.send('/api/me'))).body.user as { id: string };
  const leave = await read(await shop.browser.send(`/api/staff/${own.id}/remove`, { method: 'POST' }));
  expect([leave.status, leave.body.code]).toEqual([409, 'last-owner']);
  const second = await colleague(shop, 'owner');
  const answers = await Promise.all([
    shop.browser.send(`/api/staff/${second.userId}/remove`, { method: 'POST' }),
    second.browser.send(`/api/staff/${own.id}/remove`, { method: 'POST' }),
  ]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("another shop's people and invitations look like missing ones", async () => {
  const [shop, other] = [await owner(), await owner()];
  const clerk = await colleague(other);
  const { body } = await invite(other, `${unique()}@staff.test`);
  const answersFor = async (userId: string, invitationId: unknown) =>
    Promise.all(
      [
        [`/api/staff/${userId}`, { method: 'PATCH', json: { role: 'owner' } }] as const,
        [`/api/staff/${userId}/remove`, { method: 'POST' }] as const,
        [`/api/staff/invitations/${invitationId}/cancel`, { method: 'POST' }] as const,
      ].map(async ([path, sent]) => {
        const { instance: _, ...rest } = (await read(await shop.browser.send(path, sent))).body;
        return rest;
      }),
    );
  const foreign = await answersFor(clerk.userId, body.id);
  expect(foreign).toEqual(await answersFor('nobody', 'inv_nothing'));
  expect(foreign.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect((await clerk.browser.send('/api/tenant')).status).toBe(200);
});

test('signing in again leads to the shop, and signing out ends the session', async () => {
  const shop = await owner();
  const phone = newBrowser('console.localhost:8787', { origin: 'http://console.localhost:8787' });
  const signIn = { json: { email: shop.email, password: PASSWORD } };
  expect((await phone.send('/api/auth/sign-in/email', signIn)).status).toBe(200);
  expect((await phone.send('/api/tenant')).status).toBe(200);
  const stolen = Object.fromEntries(phone.cookies);
  expect((await phone.send('/api/auth/sign-out', { json: {} })).status).toBe(200);
  const cookie = Object.entries(stolen)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  expect((await phone.send('/api/tenant', { headers: { cookie } })).status).toBe(401);
});

test('the audit log names who acted, also after she has left and where a journal knows only her id', async () => {
  const shop = await owner();
  const manager = await colleague(shop, 'manager');
  const joined = await manager.browser.send('/api/members', { json: { email: `${unique()}@member.test` } });
  const { id } = (await read(joined)).body;
  const adjustment = { points: 5, reason: 'goodwill', note: null };
  await manager.browser.send(`/api/members/${id}/adjustments`, { json: adjustment });
  await shop.browser.send(`/api/staff/${manager.userId}/remove`, { method: 'POST' });
  const lines = async () => {
    const { body } = await read(await shop.browser.send('/api/audit-log'));
    return (body.items as { action: string; actorName: string }[]).map((each) => [
      each.action,
      each.actorName,
    ]);
  };
  await vi.waitFor(async () => expect(await lines()).toContainEqual(['points.adjust', 'Xu']), 20_000);
});

test('whoever works in a shop says what she is called, and the log says that she did', async () => {
  const shop = await owner();
  const rename = (json: object) => shop.browser.send('/api/me', { method: 'PATCH', json });
  expect((await rename({ name: '  林店主 ' })).status).toBe(200);
  expect((await rename({ name: '林店主' })).status).toBe(200);
  expect((await read(await shop.browser.send('/api/me'))).body.user).toMatchObject({ name: '林店主' });
  const { items } = (await read(await shop.browser.send('/api/audit-log'))).body as {
    items: { action: string; actorName: string; subject: unknown }[];
  };
  expect(items.filter(({ action }) => action === 'staff.renamed')).toMatchObject([
    { actorName: 'Lin', subject: { kind: 'text', text: '林店主' } },
  ]);
  const wrong = [{ name: ' ' }, { name: 'a'.repeat(61) }, { name: 'a', role: 'owner' }];
  expect(await Promise.all(wrong.map(async (json) => (await rename(json)).status))).toEqual([400, 400, 400]);
  const passed = await shop.browser.send('/api/auth/update-user', { json: { name: 'a'.repeat(500) } });
  expect(passed.status).toBe(404);
});
