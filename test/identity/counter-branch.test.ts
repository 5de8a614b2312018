import { expect, test } from 'vitest';
import { read } from './browser.ts';
import { clerkOf } from './clerk.ts';
import { owner, unique } from './merchant.ts';

const BRANCH = { address: '湖滨路 1 号', phone: null, hours: null, mapUrl: null, pickUp: true };
const LAKE = { id: 'lake', name: '湖滨店' };
const SOUTH = { id: 'south', name: '南门店' };
const PLAIN = { baseRate: { numerator: 1, denominator: 1 }, daysUntilEntry: 0, expiry: { kind: 'never' } };

/** A shop of two branches, a clerk at her phone and a member before her. */
async function counter() {
  const shop = await owner();
  await shop.browser.send('/api/programme', { method: 'PUT', json: PLAIN });
  const value = [LAKE, SOUTH].map((branch) => ({ ...BRANCH, ...branch }));
  const section = { section: 'branches', value, seen: null };
  await shop.browser.send('/api/settings', { method: 'PATCH', json: section });
  const { phone } = await clerkOf(shop);
  const joined = await read(await phone.send('/api/members', { json: { email: `${unique()}@member.test` } }));
  const path = `/api/counter/members/${String(joined.body.id)}/grants`;
  const give = async (amountMinor: number, branchId: string | null, key: string = unique()) => {
    const where = branchId === null ? {} : { 'x-branch': branchId };
    return read(
      await phone.send(path, { json: { amountMinor }, headers: { 'idempotency-key': key, ...where } }),
    );
  };
  const ask = async (at: string) => (await read(await phone.send(at))).body;
  return { shop, phone, give, ask };
}

test('what a clerk gives says in which branch she stood: the list, the slip of the day by branch, the log', async () => {
  const { shop, give, ask } = await counter();
  const key = unique();
  await give(10_000, 'lake', key);
  await give(2_000, 'south');
  await give(300, 'of another shop');
  const again = await give(10_000, 'south', key);
  expect(again.body.points).toBe(100);
  const { items } = (await ask('/api/counter/grants')) as { items: { points: number; branch: unknown }[] };
  expect(items.map(({ points, branch }) => [points, branch])).toEqual([
    [3, null],
    [20, '南门店'],
    [100, '湖滨店'],
  ]);
  const { branches, staff } = (await ask('/api/counter/slip')) as Record<
    string,
    { branchId?: string | null; name: string | null; grants: number; points: number }[]
  >;
  expect(branches?.map(({ branchId, name, grants, points }) => [branchId, name, grants, points])).toEqual([
    ['lake', '湖滨店', 1, 100],
    ['south', '南门店', 1, 20],
    [null, null, 1, 3],
  ]);
  expect(staff?.map(({ grants, points }) => [grants, points])).toEqual([[3, 123]]);
  const settings = { categories: [], services: [], limits: { grantPoints: 1_000, dayPoints: 2_000 } };
  await shop.browser.send('/api/counter/settings', {
    method: 'PUT',
    json: settings,
    headers: { 'x-branch': 'south' },
  });
  const log = await read(await shop.browser.send('/api/audit-log'));
  const lines = log.body.items as { action: string; detail: { branch?: unknown } }[];
  expect(lines.find(({ action }) => action === 'counter.settings')?.detail.branch).toEqual(SOUTH);
});

test('a branch that is renamed stays as it was called on what was done there; one that is gone is none', async () => {
  const { shop, give, ask } = await counter();
  await give(10_000, 'south');
  const lake = { ...BRANCH, ...LAKE, name: '西湖店' };
  const { settings } = (await read(await shop.browser.send('/api/settings'))).body as {
    settings: { branches: unknown };
  };
  const section = { section: 'branches', value: [lake], seen: settings.branches };
  expect((await shop.browser.send('/api/settings', { method: 'PATCH', json: section })).status).toBe(200);
  await give(100, 'south');
  await give(200, 'lake');
  const { items } = (await ask('/api/counter/grants')) as { items: { branch: unknown }[] };
  expect(items.map(({ branch }) => branch)).toEqual(['西湖店', null, '南门店']);
});

test('of two who change the counter’s settings at once the second is told, and nothing of the first is lost', async () => {
  const { shop, ask } = await counter();
  const { changedAt } = await ask('/api/counter');
  const change = async (grantPoints: number, seen: unknown) => {
    const json = { categories: [], services: [], limits: { grantPoints, dayPoints: 20_000 }, seen };
    return read(await shop.browser.send('/api/counter/settings', { method: 'PUT', json }));
  };
  const answers = await Promise.all([change(500, changedAt), change(700, changedAt)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('changed-elsewhere');
  const stands = await ask('/api/counter');
  expect(stands.limits).toEqual(answers.find(({ status }) => status === 200)?.body.limits);
  expect((await change(900, stands.changedAt)).status).toBe(200);
});
