import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Demo } from '../../scripts/demo/demo.ts';
import { StateFolder } from '../../scripts/local/state-folder.ts';
import { startServer, type TestServer } from '../support/server.ts';

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
  expect([count(demo.signIns), count(demo.members), count(demo.apiKeys), demo.members.length]).toEqual([
    3, 3, 3, 15,
  ]);
  const roles = Object.groupBy(demo.signIns, ({ shop }) => shop);
  expect(Object.values(roles).map((staff) => staff?.map(({ role }) => role))).toEqual(
    Array(3).fill(['owner', 'manager', 'clerk']),
  );
});

test('every demo mall shows its rewards, all of the staff sign in to their role and every key is taken', async () => {
  const malls = await Promise.all(
    [...new Set(demo.members.map(({ address }) => address))].map(async (address) => {
      const page = await (await server.fetch(address)).text();
      return new Set(page.match(/\/rewards\/rwd_\w+/g)).size;
    }),
  );
  const signIns = await Promise.all(
    demo.signIns.map(async ({ shop, role, user, password }) => {
      const origin = server.url('', 'console');
      const headers = { 'content-type': 'application/json', origin };
      const body = JSON.stringify({ email: user, password });
      const address = server.url('/api/auth/sign-in/email', 'console');
      const signedIn = await server.fetch(address, { method: 'POST', headers, body });
      const cookie = signedIn.headers
        .getSetCookie()
        .map((set) => set.split(';')[0])
        .join('; ');
      const me = await server.fetch(server.url('/api/me', 'console'), { headers: { cookie } });
      const session = (await me.json()) as { tenant: { name: string }; role: string };
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
    malls: [3, 3, 3],
    signIns: Array(9).fill(true),
    keys: [200, 200, 200],
  });
});

test('the addresses that the terminal shows are those of the state folder', () => {
  const { site, console: consoleAddress, inbox } = server.addresses;
  const users = demo.signIns.map(({ user }) => user);
  for (const shown of [site, consoleAddress, inbox, ...users, ...demo.apiKeys.map(({ key }) => key)]) {
    expect(server.output()).toContain(shown);
  }
});
