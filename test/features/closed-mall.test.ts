import { env } from 'cloudflare:workers';
import { afterEach, expect, test } from 'vitest';
import type { Tenant } from '../../src/context.ts';
import type { Directory } from '../../src/db/directory.ts';
import { listAuditLog } from '../../src/features/audit-log/list-audit-log.ts';
import { readManifest } from '../../src/features/publication/read-mall.ts';
import { tellClosings } from '../../src/features/tenants/tell-closings.ts';
import { ProviderError } from '../../src/http/post.ts';
import { contextOf } from '../../src/http/services.ts';
import { AppError } from '../../src/lib/app-error.ts';
import { setClockOffsetMs } from '../../src/lib/clock.ts';
import { unique } from '../identity/merchant.ts';
import { close, DAY_MS, MINUTE_MS, now, pass, reopen } from './closing-shop.ts';
import { colleague } from './colleagues.ts';
import { hidden, openMall, signIn, words } from './mall-shop.ts';
import { openWidget } from './widget-world.ts';
import { must, openShop, type Shop } from './world.ts';

afterEach(() => setClockOffsetMs(0));

test('members see the date until then; after it every shelf is gone, what is theirs is there, and nobody joins', async () => {
  const mall = await openMall();
  const rewardId = await mall.addReward({ pointsEach: 100 });
  const member = await mall.memberWith(300);
  expect((await member.get('/')).text).not.toContain('closing-banner');
  await mall.call('POST', '/api/tenant/closing', { typed: mall.slug, days: 0, stopsEarning: false });
  const form = await member.get(`/rewards/${rewardId}/confirm`);
  expect(words(form)).toMatch(/本店将于 .+关闭，请在此之前兑换积分。/);
  pass(6 * MINUTE_MS);
  const guest = mall.visitor();
  const paths = ['/', '/earn', '/rules', `/rewards/${rewardId}`, '/join', '/no-such-page'];
  const shut = await Promise.all(paths.map((path) => guest.get(path)));
  expect(shut.map(({ status }) => status)).toEqual([410, 410, 410, 410, 410, 404]);
  expect(shut.map(words)[0]).toContain('已关闭');
  const fields = ['idempotencyKey', 'priceVersion', 'pointsEach', 'cashEachMinor'];
  const typed = Object.fromEntries(fields.map((name) => [name, hidden(form, name)]));
  expect((await member.post(`/rewards/${rewardId}/confirm`, typed)).status).toBe(410);
  const own = ['/me', '/points', '/redemptions', '/me/vouchers', '/me/data.json', '/help'];
  const kept = await Promise.all(own.map((path) => member.get(path)));
  expect(kept.map(({ status }) => status)).toEqual(own.map(() => 200));
  expect(kept.map(words)[1]).toContain('300');
  expect(kept.map(words)[0]).not.toContain('消费就能得');
  expect((await guest.get('/sitemap.xml')).status).toBe(404);
  await signIn(guest, member.email);
  expect(words(await guest.get('/'))).toContain('查看我的');
  const stranger = mall.visitor();
  await signIn(stranger, `${unique()}@member.test`);
  expect((await stranger.get('/me')).status).toBe(303);
  await mall.call('POST', '/api/tenant/closing/take-back');
  expect((await member.get(`/rewards/${rewardId}`)).status).toBe(200);
});

test('where earning has ended, nothing promises points any more', async () => {
  const mall = await openMall();
  await mall.addReward({ pointsEach: 500 });
  await mall.call('PUT', '/api/profile-form', {
    questions: [{ id: 'colour', text: { 'zh-CN': '最喜欢的颜色？' }, options: [] }],
    points: 20,
    seenVersion: 0,
  });
  const member = await mall.memberWith(300);
  const promises = /消费得积分|每消费|就能得积分|回答几个问题|送 20 积分|注册送|付款前报|再攒/;
  const pages = ['/', '/earn', '/me', '/me/profile', '/points', '/me/code'];
  const read = async () => {
    const own = await Promise.all(pages.map((path) => member.get(path)));
    const seen = await Promise.all(['/', '/earn', '/join'].map((path) => mall.visitor().get(path)));
    return [...own, ...seen].map(words);
  };
  expect((await read()).map((page) => promises.test(page))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    true,
    true,
    false,
  ]);
  await mall.call('POST', '/api/tenant/closing', { typed: mall.slug, days: 7, stopsEarning: true });
  pass(6 * MINUTE_MS);
  const pagesAfter = await read();
  expect(pagesAfter.map((page) => promises.exec(page)?.[0] ?? null)).toEqual(pagesAfter.map(() => null));
  expect(pagesAfter[1]).toContain('本店已停止发放积分，现在消费不再得积分。');
});

test('the widget says that the shop has closed, to whoever stands where it may', async () => {
  const { shop, ask, signedIn } = await openWidget();
  const { bearer } = await signedIn();
  must(await close(shop));
  pass(3 * MINUTE_MS);
  const answers = [await ask('/mall'), await ask('/me', { bearer }), await ask('/session', { json: {} })];
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
    answers.map(() => [410, 'shop-closed']),
  );
});

/** One run of the cron's step over this shop alone, with its owners and a post that keeps what it was given. */
async function tell(
  { owner, tenant }: Shop,
  taken: string[],
  fails: boolean | string = false,
  meanwhile = async () => {},
) {
  const shopsClosing: Directory['shopsClosing'] = async (asked) => {
    const all = await owner.directory.shopsClosing({ ...asked, limit: 10_000 });
    return all.filter(({ tenantId }) => tenantId === tenant.id);
  };
  const send = async ({ to, subject }: { to: string; subject: string }) => {
    await meanwhile();
    if (fails === true) throw new AppError('unavailable');
    if (to === fails) throw new AppError('unavailable', {}, { cause: new ProviderError(422) });
    taken.push(`${to}: ${subject}`);
  };
  const ctx = { ...owner, mail: { send }, directory: { ...owner.directory, shopsClosing } };
  const enter = (entered: Tenant) => ({
    ...contextOf(env, ctx, entered, { kind: 'system', name: 'cron' }),
  });
  return tellClosings({ ctx, input: { enter, limit: 10 } });
}

test('owners are written once each time, also where the post was away; taken back, nothing more', async () => {
  const mall = await openMall();
  const shop = await openShop();
  const ctx = await now({ ...shop.owner, tenant: { ...shop.tenant, id: mall.tenantId } });
  const owned = { ...shop, tenant: ctx.tenant, owner: contextOf(env, ctx, ctx.tenant, ctx.actor) };
  const taken: string[] = [];
  must(await close(owned, { days: 30, typed: mall.slug }));
  expect(await tell(owned, taken, true)).toEqual({ found: 1, failed: 1 });
  expect(await tell(owned, taken)).toEqual({ found: 0, failed: 0 });
  pass(11 * MINUTE_MS);
  await Promise.all([tell(owned, taken), tell(owned, taken)]);
  await tell(owned, taken);
  expect(taken).toEqual([expect.stringMatching(`${mall.email}: Mianyu 棉屿 将于 .+关闭`)]);
  pass(28 * DAY_MS);
  await tell(owned, taken);
  pass(4 * DAY_MS);
  await tell(owned, taken);
  expect(taken.slice(1).map((line) => line.split(': ')[1])).toEqual([
    'Mianyu 棉屿 三天后关闭',
    'Mianyu 棉屿 已关闭',
  ]);
  must(await reopen(owned));
  const { items } = must(await listAuditLog({ ctx: owned.owner, input: { cursor: null, limit: 3 } }));
  expect(items.map(({ action, actorName }) => [action, actorName])).toEqual([
    ['tenant.reopen', 'Owner'],
    ['tenant.closed', null],
    ['tenant.close', 'Owner'],
  ]);
  const told = taken.length;
  await tell(owned, taken);
  expect(await tell(owned, taken)).toEqual({ found: 0, failed: 0 });
  expect(taken).toHaveLength(told);
});

test('an address that the post will not have keeps no other owner from her letter', async () => {
  const shop = await openShop();
  const [wrong, right] = [await colleague(shop), await colleague(shop)];
  must(await close(shop));
  const taken: string[] = [];
  expect(await tell(shop, taken, wrong.email)).toEqual({ found: 1, failed: 0 });
  expect(taken.map((line) => line.split(': ')[0])).toEqual([right.email]);
});

test('nobody is written to whose address is not proved to be hers', async () => {
  const shop = await openShop();
  const [, proved] = [await colleague(shop, { emailVerified: false }), await colleague(shop)];
  must(await close(shop));
  const taken: string[] = [];
  await tell(shop, taken);
  expect(taken.map((line) => line.split(': ')[0])).toEqual([proved.email]);
});

test('taken back while its last letter is on the way, the log says nothing of a shop that has closed', async () => {
  const shop = await openShop();
  await colleague(shop);
  must(await close(shop));
  await tell(shop, []);
  pass(5 * MINUTE_MS);
  const meanwhile = async () => void must(await reopen(shop));
  await tell(shop, [], false, meanwhile);
  const { items } = must(await listAuditLog({ ctx: shop.owner, input: { cursor: null, limit: 2 } }));
  expect(items.map(({ action }) => action)).toEqual(['tenant.reopen', 'tenant.close']);
});

test('a closing and a taking back that were cut off before the edge heard reach it within the minute', async () => {
  const shop = await openShop();
  const known = async () => {
    pass(MINUTE_MS);
    return (await readManifest(shop.owner))?.tenant.closing;
  };
  const put = () => Promise.reject(new AppError('unavailable'));
  const get = (edge: KVNamespace, name: keyof KVNamespace) =>
    name === 'put' ? put : Reflect.get(edge, name).bind(edge);
  const deaf = { ...shop, owner: { ...shop.owner, edge: new Proxy(shop.owner.edge, { get }) } };
  await expect(close(deaf)).rejects.toThrow('unavailable');
  expect(await known()).toBeUndefined();
  await tell(shop, []);
  expect(await known()).toMatchObject({ closesAtMs: expect.any(Number) });
  await expect(reopen(deaf)).rejects.toThrow('unavailable');
  expect(await known()).toBeDefined();
  await tell(shop, []);
  expect(await known()).toBeUndefined();
});
