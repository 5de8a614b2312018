import { beforeAll, describe, expect, test } from 'vitest';
import { LISTS, NO_LISTS } from '../../scripts/list-speed/routes.ts';
import { hosts } from '../../src/app.ts';
import { type Browser, newBrowser, read } from './browser.ts';
import { clerkOf, colleagueOf, newPhone } from './clerk.ts';
import { owner } from './merchant.ts';

/** Who is let in, least first; `declared` of a route is one of them or everybody's. */
const DECLARED = ['anyone', 'present', 'session', 'clerk', 'manager', 'owner'] as const;
type Declared = (typeof DECLARED)[number];
const PEOPLE = ['nobody', 'locked clerk', 'clerk', 'manager', 'owner'] as const;
type Person = (typeof PEOPLE)[number];
type Refusal = readonly [status: number, code: string];

const NOT_SIGNED_IN = [401, 'unauthenticated'] as const;
const LOCKED = [423, 'pin-needed'] as const;
const FORBIDDEN = [403, 'forbidden'] as const;

/** How each person is refused what a route declares; what is missing here she may do. */
const REFUSED: Record<Person, Partial<Record<Declared, Refusal>>> = {
  nobody: {
    present: NOT_SIGNED_IN,
    session: NOT_SIGNED_IN,
    clerk: NOT_SIGNED_IN,
    manager: NOT_SIGNED_IN,
    owner: NOT_SIGNED_IN,
  },
  'locked clerk': { session: LOCKED, clerk: LOCKED, manager: LOCKED, owner: LOCKED },
  clerk: { session: FORBIDDEN, manager: FORBIDDEN, owner: FORBIDDEN },
  manager: { owner: FORBIDDEN },
  owner: {},
};

/** What a clerk works with: the counter and what stands on it. Everything else is her managers'. */
const COUNTER = [
  /^\/api\/counter\//,
  /^\/api\/counter$/,
  /^\/api\/me(\/pin)?$/,
  /^\/api\/members(\/find|\/\{memberId\}(\/entries|\/purchases)?)?$/,
  /^\/api\/redemptions(\/\{memberId\}\/\{redemptionId\}(\/(hand-over|receive|take-cash|look-at-payment|trail))?)?$/,
  /^\/api\/rewards(\/\{rewardId\})?$/,
  /^\/api\/tenant(\/preview)?$/,
  /^\/api\/vouchers\//,
];

type Verb = { method: string; path: string; declared: Declared };

const isDeclared = (value: unknown): value is Declared => DECLARED.some((each) => each === value);

/** Every verb of the console with what its route declares, read off the routes themselves. */
const verbs: Verb[] = hosts.console.openAPIRegistry.definitions.flatMap((definition) => {
  if (definition.type !== 'route') return [];
  const { method, path } = definition.route;
  const declared = (definition.route as { 'x-required-role'?: unknown })['x-required-role'];
  return isDeclared(declared) ? [{ method: method.toUpperCase(), path, declared }] : [];
});

const matrix = PEOPLE.flatMap((person) =>
  verbs.flatMap((verb) => {
    const refusal = REFUSED[person][verb.declared];
    return refusal ? [{ person, ...verb, refusal }] : [];
  }),
);

const nameOf = ({ method, path }: Pick<Verb, 'method' | 'path'>) => `${method} ${path}`;

test('every route of the console stands in the matrix', () => {
  const routed = hosts.console.routes
    .filter(({ method, path }) => {
      const isOurs = method !== 'ALL' && path.startsWith('/api/') && !path.includes('*');
      return isOurs && !path.startsWith('/api/auth/') && path !== '/api/pictures/:key';
    })
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect([...new Set(routed)].sort()).toEqual(verbs.map(nameOf).sort());
});

test('whatever the console lists is measured at a large shop’s size', () => {
  const reads = verbs.filter(({ method }) => method === 'GET').map(({ path }) => path);
  expect([...Object.keys(LISTS), ...NO_LISTS].sort()).toEqual([...new Set(reads)].sort());
});

test('what a clerk may do is the counter and nothing else', () => {
  const hers = verbs.filter(({ declared }) => declared === 'clerk');
  expect(hers.filter(({ path }) => !COUNTER.some((known) => known.test(path))).map(nameOf)).toEqual([]);
});

describe('each refused pair of role and verb, over HTTP', () => {
  let browsers: Record<Person, Browser>;
  beforeAll(async () => {
    const shop = await owner();
    const [clerk, locked] = [await clerkOf(shop), await clerkOf(shop, { name: '小吴' })];
    await locked.phone.send('/api/counter/lock', { method: 'POST' });
    browsers = {
      nobody: newPhone(),
      'locked clerk': locked.phone,
      clerk: clerk.phone,
      manager: (await colleagueOf(shop, 'manager')).browser,
      owner: shop.browser,
    };
  });

  test.each(matrix)('$person: $method $path', async ({ person, method, path, refusal }) => {
    const asked = path.replace(/\{\w+\}/g, 'nobody');
    const answer = await read(
      await browsers[person].send(asked, { method, ...(method === 'GET' ? {} : { json: {} }) }),
    );
    expect([answer.status, answer.body.code]).toEqual(refusal);
  });

  test('and each of them still is who she was', async () => {
    const roles = await Promise.all(
      PEOPLE.map(async (person) => {
        const { status, body } = await read(await browsers[person].send('/api/me'));
        return [person, status === 200 ? body.role : status];
      }),
    );
    expect(roles).toEqual([
      ['nobody', 401],
      ['locked clerk', 'clerk'],
      ['clerk', 'clerk'],
      ['manager', 'manager'],
      ['owner', 'owner'],
    ]);
  });
});

test('a clerk who came by e-mail has the same role, and an account of her own', async () => {
  const shop = await owner();
  const clerk = await colleagueOf(shop, 'clerk');
  const statuses = [];
  for (const path of ['/api/home', '/api/members', '/api/questions', '/api/staff'])
    statuses.push((await clerk.browser.send(path)).status);
  expect(statuses).toEqual([403, 403, 403, 403]);
  expect((await clerk.browser.send('/api/slugs/some-shop')).status).toBe(200);
});

test('what is said to be public is, to a browser that was never here', async () => {
  const open = verbs.filter(({ declared }) => declared === 'anyone');
  const statuses = await Promise.all(
    open.map(async ({ method, path }) => {
      const answer = await newBrowser('console.localhost:8787').send(path, {
        method,
        ...(method === 'GET' ? {} : { json: {} }),
      });
      return [nameOf({ method, path }), answer.status];
    }),
  );
  expect(Object.fromEntries(statuses)).toEqual({
    'GET /api/counter/device': 200,
    'POST /api/counter/join': 400,
    'POST /api/counter/link': 400,
    'POST /api/counter/sign-in': 400,
  });
});
