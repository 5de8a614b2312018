import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { memberActor } from '../../src/features/sign-in/member-middleware.ts';
import type { AppEnv } from '../../src/http/env.ts';
import { endMemberSession, startMemberSession } from '../../src/http/member-session.ts';
import { visitorOfNewShop } from './member-context.ts';

type Visit = Awaited<ReturnType<typeof visitorOfNewShop>>;
const session = { memberId: 'mem_of_the_test', sessionGeneration: 3, provedUntilMs: 1_700_000_000_000 };

/** A mall's host reduced to what a cookie decides: who is asking. */
function doorOf({ ctx }: Visit) {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('services', ctx);
    c.set('tenant', ctx.tenant);
    await next();
  });
  app.use(memberActor);
  app.get('/in', async (c) => {
    await startMemberSession(c, ctx.tenant, session);
    return c.body(null, 204);
  });
  app.get('/out', (c) => {
    endMemberSession(c);
    return c.body(null, 204);
  });
  app.get('/', (c) => c.json(c.var.ctx.actor));
  const ask = (path: string, cookie = '') =>
    app.request(path, { headers: { cookie } }, env, createExecutionContext());
  const actor = async (cookie: string) => (await ask('/', cookie)).json();
  const signIn = async () => (await ask('/in')).headers.getSetCookie()[0] ?? '';
  return { ask, actor, signIn };
}

const pairOf = (setCookie: string) => setCookie.split(';')[0] ?? '';
const VISITOR = { kind: 'visitor' };

test('the cookie is bound to the host, hidden from scripts and good for half a year', async () => {
  const door = doorOf(await visitorOfNewShop());
  const cookie = await door.signIn();
  expect(cookie.split('; ').slice(1).sort()).toEqual([
    'HttpOnly',
    'Max-Age=15552000',
    'Path=/',
    'SameSite=Lax',
    'Secure',
  ]);
  expect(cookie).toMatch(/^__Host-pm_member=/);
  expect(await door.actor(pairOf(cookie))).toEqual({ kind: 'member', ...session });
});

test('a cookie that was changed, cut, made up or signed by nobody is no member', async () => {
  const door = doorOf(await visitorOfNewShop());
  const cookie = pairOf(await door.signIn());
  const changed = cookie.replace('mem_of_the_test', 'mem_of_another');
  const forged = [
    changed,
    cookie.slice(0, -3),
    `${cookie}x`,
    '__Host-pm_member=x',
    '__Host-pm_member=',
    'pm_member=1',
  ];
  expect(changed).not.toBe(cookie);
  for (const attempt of forged) expect(await door.actor(attempt)).toEqual(VISITOR);
});

test('a cookie of one shop is worth nothing in another', async () => {
  const [here, there] = [doorOf(await visitorOfNewShop()), doorOf(await visitorOfNewShop())];
  expect(await there.actor(pairOf(await here.signIn()))).toEqual(VISITOR);
});

test('a cookie older than half a year is worth nothing, whatever the browser kept', async () => {
  const visit = await visitorOfNewShop();
  const door = doorOf(visit);
  const cookie = pairOf(await door.signIn());
  visit.wait(179 * 86_400);
  expect(await door.actor(cookie)).toEqual({ kind: 'member', ...session });
  visit.wait(2 * 86_400);
  expect(await door.actor(cookie)).toEqual(VISITOR);
});

test('signing out takes the cookie away', async () => {
  const door = doorOf(await visitorOfNewShop());
  const [gone] = (await door.ask('/out')).headers.getSetCookie();
  expect(gone).toMatch(/^__Host-pm_member=; Max-Age=0; Path=\/; Secure/);
});
