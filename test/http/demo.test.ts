import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Demo } from '../../scripts/demo/demo.ts';
import { StateFolder } from '../../scripts/local/state-folder.ts';
import type { HomeAnswer } from '../../src/features/home/schemas.ts';
import type { EntryList } from '../../web/console/members/api.ts';
import type { RedemptionList } from '../../web/console/redemptions/api.ts';
import { auditOf } from '../support/audit.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { ROOT_FOLDER } from '../support/source-tree.ts';

let server: TestServer;
let demo: Demo;
beforeAll(async () => {
  server = await startServer({ demo: true });
  const written = new StateFolder(server.stateFolder).read<Demo>('demo.json');
  if (!written) throw new Error('npm start wrote no demo.json');
  demo = written;
});
afterAll(() => server.stop());

test('the first start makes three shops, each with five members, owner, manager, clerk and a key', () => {
  const count = (list: { shop: string }[]) => Object.values(Object.groupBy(list, ({ shop }) => shop)).length;
  const lists = [demo.signIns, demo.members, demo.newcomers, demo.apiKeys].map(count);
  expect([...lists, demo.members.length]).toEqual([3, 3, 3, 3, 15]);
  const roles = Object.groupBy(demo.signIns, ({ shop }) => shop);
  expect(Object.values(roles).map((staff) => staff?.map(({ role }) => role))).toEqual(
    Array(3).fill(['owner', 'manager', 'clerk']),
  );
});

/** Reads the console's API as one of the staff. */
async function signedIn({ user, password }: { user: string; password: string }) {
  const headers = { 'content-type': 'application/json', origin: server.url('', 'console') };
  const body = JSON.stringify({ email: user, password });
  const address = server.url('/api/auth/sign-in/email', 'console');
  const answer = await server.fetch(address, { method: 'POST', headers, body });
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
  return async (path: string) =>
    (await server.fetch(server.url(path, 'console'), { headers: { cookie } })).json() as Promise<unknown>;
}

test('every demo mall shows its rewards, all of the staff sign in to their role and every key is taken', async () => {
  const malls = await Promise.all(
    [...new Set(demo.members.map(({ address }) => address))].map(async (address) => {
      const page = await (await server.fetch(address)).text();
      return new Set(page.match(/\/rewards\/rwd_\w+/g)).size;
    }),
  );
  const signIns = await Promise.all(
    demo.signIns.map(async ({ shop, role, ...who }) => {
      const ask = await signedIn(who);
      const session = (await ask('/api/me')) as { tenant: { name: string }; role: string };
      return session.tenant.name === shop && session.role === role;
    }),
  );
  const keys = await Promise.all(
    demo.apiKeys.map(async ({ key }) => {
      const headers = { authorization: `Bearer ${key}` };
      return (await server.fetch(server.url('/v1/programme', 'api'), { headers })).status;
    }),
  );
  expect({ malls, signIns, keys }).toEqual({
    malls: [8, 5, 5],
    signIns: Array(9).fill(true),
    keys: [200, 200, 200],
  });
});

test('one shop takes cards and has an order paid and one to pay, another waits for cash at its counter', async () => {
  const cashOf = async (slug: string) => {
    const owner = demo.signIns.find(({ user }) => user === `owner@${slug}.example`);
    const ask = await signedIn(owner ?? { user: '', password: '' });
    const { items } = (await ask('/api/redemptions')) as RedemptionList;
    return items
      .flatMap(({ payment, points }) => (payment ? [{ ...payment, points }] : []))
      .map(({ method, state, points, amountMinor }) => ({ method, state, points, amountMinor }))
      .toSorted((a, b) => b.points - a.points);
  };
  const cash = async () => ({ mianyu: await cashOf('mianyu'), mutang: await cashOf('mutang') });
  // History reaches the list a moment after the orders were made.
  await expect.poll(cash, { timeout: 10_000 }).toEqual({
    mianyu: [
      { method: 'online', state: 'paid', points: 350, amountMinor: 1500 },
      { method: 'online', state: 'open', points: 200, amountMinor: 3000 },
    ],
    mutang: [{ method: 'counter', state: 'open', points: 350, amountMinor: 4000 }],
  });
});

test('the named members hold the same at every first start, their shops are asked things, and the clock is right', async () => {
  const owners = ['mianyu', 'mutang', 'lamplight'].map((slug) =>
    demo.signIns.find(({ user }) => user === `owner@${slug}.example`),
  );
  const asks = await Promise.all(owners.map((owner) => signedIn(owner ?? { user: '', password: '' })));
  const balances = () =>
    Promise.all(
      asks.map(async (ask) => {
        const { items } = (await ask('/api/members')) as {
          items: { displayName: string; balancePoints: number }[];
        };
        return Object.fromEntries(
          items.map(({ displayName, balancePoints }) => [displayName, balancePoints]),
        );
      }),
    );
  // 2,430 are Lin's to spend, 64 of today's purchase wait; Wu owes what he returned.
  await expect.poll(balances, { timeout: 10_000 }).toEqual([
    { 林小满: 2494, 陈一帆: 228, 周可: 2560, 吴桐: -60, 何静: 7379 },
    { 林小满: 1605, 陈一帆: 234, 周可: 1990, 吴桐: -60, 何静: 5410 },
    { 林小滿: 816, 陳一帆: 89, 周可: 446, 吳桐: -60, 何靜: 1381 },
  ]);
  const homes = (await Promise.all(asks.map((ask) => ask('/api/home')))) as HomeAnswer[];
  expect(
    homes.map(({ toShip, openQuestions, missingPoints }) => [toShip, openQuestions, missingPoints]),
  ).toEqual([
    [1, 2, 1],
    [0, 2, 1],
    [0, 2, 1],
  ]);
  expect(await asks[0]?.('/__local/clock')).toMatchObject({ offsetMs: 0 });
});

test('Lin has her old paper card, dated last year and ending with this one; the audit finds nothing', async () => {
  const lin = demo.members[0];
  const ask = await signedIn(demo.signIns[0] ?? { user: '', password: '' });
  const { id } = (await ask(`/api/members/find?q=${encodeURIComponent(lin?.signInWith ?? '')}`)) as {
    id: string;
  };
  const { items } = (await ask(`/api/members/${id}/entries`)) as EntryList;
  const card = items.find(({ why }) => why.kind === 'import');
  const year = new Date().getUTCFullYear();
  expect({ points: card?.points, note: card?.why.note, occurredAt: card?.why.occurredAt }).toEqual({
    points: 320,
    note: '纸质积分卡 0117',
    occurredAt: `${year - 1}-12-15T03:00:00.000Z`,
  });
  expect(card?.why.expiresAt).toBe(`${year}-12-31T16:00:00.000Z`);
  const { exitCode, report } = auditOf(server.stateFolder);
  expect([exitCode, report.trim().split('\n').at(-1)]).toEqual([0, 'Everything adds up in 3 shops.']);
});

test('one tap on the demo’s page signs in as any member and any of the staff', async () => {
  const page = await (await server.fetch(new URL('/demo', server.addresses.inbox).href)).text();
  expect(page.match(/__local\/enter/g)).toHaveLength(demo.members.length + demo.signIns.length);
  const enter = async (address: string, fields: Record<string, string>) => {
    const body = String(new URLSearchParams(fields));
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' };
    const entered = await server.fetch(`${address}__local/enter`, { method: 'POST', headers, body });
    const cookie = entered.headers.getSetCookie().map((set) => set.split(';')[0]);
    return { status: entered.status, headers: { cookie: cookie.join('; ') } };
  };
  const [lin, clerk] = [demo.members[0], demo.signIns.find(({ role }) => role === 'clerk')];
  if (!lin || !clerk) throw new Error('the demo names nobody');
  const member = await enter(lin.address, { identifier: lin.signInWith });
  const home = await (await server.fetch(lin.address, { headers: member.headers })).text();
  const staff = await enter(clerk.address, { email: clerk.user, password: clerk.password });
  const me = await server.fetch(`${clerk.address}api/me`, { headers: staff.headers });
  expect([
    member.status,
    staff.status,
    home.includes('2,430'),
    ((await me.json()) as { role: string }).role,
  ]).toEqual([303, 303, true, 'clerk']);
});

test('the addresses that the terminal shows are those of the state folder', () => {
  const { site, console: consoleAddress, inbox } = server.addresses;
  const users = demo.signIns.map(({ user }) => user);
  for (const shown of [site, consoleAddress, inbox, ...users, ...demo.apiKeys.map(({ key }) => key)]) {
    expect(server.output()).toContain(shown);
  }
});

test('the site and the console serve the drawings that templates name', async () => {
  const drawn = readFileSync(join(ROOT_FOLDER, 'web/pictures/mianyu/tote.svg'), 'utf8');
  const answers = ['', 'console'].map(async (host) => {
    const answer = await server.fetch(server.url('/pictures/mianyu/tote.svg', host));
    return [answer.status, answer.headers.get('content-type'), (await answer.text()) === drawn];
  });
  expect(await Promise.all(answers)).toEqual(Array(2).fill([200, 'image/svg+xml', true]));
  const missing = await server.fetch(server.url('/pictures/mianyu/nothing.svg', 'console'));
  expect(missing.status).toBe(404);
});
