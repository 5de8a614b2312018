import { afterEach, expect, test, vi } from 'vitest';
import type { FiguresAnswer } from '../../src/features/home/schemas.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { newestCode } from '../identity/inbox.ts';
import { unique } from '../identity/merchant.ts';
import { hidden, openMall, signIn, type Visitor, words } from './mall-shop.ts';

afterEach(() => setClockOffsetMs(0));
const pass = (seconds: number) => setClockOffsetMs(clockOffsetMs() + seconds * 1000);

const ADDRESS = {
  recipientName: '林店主',
  phone: '138 0013 8000',
  country: 'CN',
  region: '上海市',
  city: '徐汇区',
  line1: '安福路 1 号',
  line2: '',
  postalCode: '',
};

type Mall = Awaited<ReturnType<typeof openMall>>;
type Figures = { members: number; balancePoints: number; earnedPoints: number };

const newEmail = () => `${unique()}@member.test`;

/** A mall where joining gives 100. */
async function welcomingMall(): Promise<Mall> {
  const mall = await openMall();
  const rules = { baseRate: { numerator: 1, denominator: 1 }, categoryRates: [], daysUntilEntry: 0 };
  await mall.call('PUT', '/api/programme', { ...rules, expiry: { kind: 'never' }, signUpBonus: 100 });
  return mall;
}

/** The path of the joining code that the console shows the owner. */
async function ticketPath(mall: Mall): Promise<string> {
  const { join } = (await mall.call('GET', '/api/test-member')) as { join: { url: string } | null };
  if (!join) throw new Error('there is no code to scan');
  const { pathname, search } = new URL(join.url);
  return pathname + search;
}

async function joinBy(visitor: Visitor, path: string, email = newEmail()): Promise<string> {
  await visitor.get(path);
  await signIn(visitor, email);
  return email;
}

async function memberOf(mall: Mall, email: string) {
  const { items } = (await mall.call('GET', `/api/members?search=${encodeURIComponent(email)}`)) as {
    items: { id: string; joinedFrom: string | null; isTest: boolean }[];
  };
  const [member] = items;
  return member && { joinedFrom: member.joinedFrom, isTest: member.isTest };
}

const figuresOf = async (mall: Mall): Promise<Figures> => {
  const { members, balancePoints } = (await mall.call('GET', '/api/home')) as Omit<Figures, 'earnedPoints'>;
  const { redemption } = (await mall.call('GET', '/api/home/figures')) as FiguresAnswer;
  return { members, balancePoints, earnedPoints: redemption.now.issuedPoints };
};
const expectFigures = (mall: Mall, figures: Figures) =>
  vi.waitFor(async () => expect(await figuresOf(mall)).toEqual(figures), { timeout: 15_000, interval: 200 });

test('where she joined is kept with her: the sheet she scanned, also when she looked around first', async () => {
  const mall = await openMall();
  const visitor = mall.visitor();
  await visitor.get('/join?from=table');
  await visitor.get('/rules');
  const scanned = await joinBy(visitor, '/');
  const came = await joinBy(mall.visitor(), '/');
  const typed = await joinBy(mall.visitor(), '/join?from=api');
  expect([await memberOf(mall, scanned), await memberOf(mall, came), await memberOf(mall, typed)]).toEqual([
    { joinedFrom: 'table', isTest: false },
    { joinedFrom: 'mall', isTest: false },
    { joinedFrom: 'mall', isTest: false },
  ]);
});

test('whom a sheet leads here reads what joining brings; a member is at home', async () => {
  const mall = await welcomingMall();
  await mall.addReward({ pointsEach: 80 });
  const visitor = mall.visitor();
  expect(words(await visitor.get('/join?from=poster'))).toMatch(
    /加入.*注册送 100 积分，.*马上能换.*手作餐具/,
  );
  await signIn(visitor, newEmail());
  expect(await visitor.get('/join?from=poster')).toMatchObject({ status: 303, location: '/' });
});

test('the owner’s own try counts until the first real member joins, and never once it is removed', async () => {
  const mall = await welcomingMall();
  const email = await joinBy(mall.visitor(), await ticketPath(mall));
  expect(await memberOf(mall, email)).toEqual({ joinedFrom: 'own_phone', isTest: true });
  await expectFigures(mall, { members: 1, balancePoints: 100, earnedPoints: 100 });
  await mall.call('DELETE', '/api/test-member');
  await expectFigures(mall, { members: 0, balancePoints: 0, earnedPoints: 0 });
  await joinBy(mall.visitor(), await ticketPath(mall));
  await joinBy(mall.visitor(), '/join?from=poster');
  await expectFigures(mall, { members: 1, balancePoints: 100, earnedPoints: 100 });
});

test('a code makes one test member, however many scanned it, and none again after she is removed', async () => {
  const mall = await openMall();
  const path = await ticketPath(mall);
  const [one, other, late] = [mall.visitor(), mall.visitor(), mall.visitor()];
  for (const visitor of [one, other, late]) await visitor.get(path);
  const joined = [await joinBy(one, '/'), await joinBy(other, '/')];
  await mall.call('DELETE', '/api/test-member');
  const after = await joinBy(late, '/');
  expect(await memberOf(mall, joined[1] ?? '')).toEqual({ joinedFrom: 'mall', isTest: false });
  expect(await memberOf(mall, after)).toEqual({ joinedFrom: 'mall', isTest: false });
});

test('a code that is over, or another shop’s, makes nobody a test member and says so', async () => {
  const [mall, other] = [await openMall(), await openMall()];
  const visitor = mall.visitor();
  const foreign = await visitor.get(await ticketPath(other));
  expect(words(foreign)).toContain('试用二维码已过期');
  const path = await ticketPath(mall);
  expect(words(await visitor.get(path))).toContain('店主自己的试用入口');
  pass(601);
  const email = await joinBy(visitor, '/');
  expect(await memberOf(mall, email)).toEqual({ joinedFrom: 'mall', isTest: false });
});

test('who is a member already stays the member she is', async () => {
  const mall = await openMall();
  const email = await joinBy(mall.visitor(), '/');
  pass(31);
  const phone = mall.visitor();
  await phone.get(await ticketPath(mall));
  await phone.post('/sign-in', { identifier: email });
  await phone.post('/sign-in/code', { identifier: email, code: await newestCode(email), to: '/' });
  expect(await memberOf(mall, email)).toEqual({ joinedFrom: 'mall', isTest: false });
});

test('removing sends what she redeemed back to the shelf, and may be sent twice', async () => {
  const mall = await welcomingMall();
  const rewardId = await mall.addReward({ pointsEach: 100, units: 1 });
  const phone = mall.visitor();
  await joinBy(phone, await ticketPath(mall));
  const { member } = (await mall.call('GET', '/api/test-member')) as { member: { id: string } };
  await mall.call('POST', `/api/members/${member.id}/adjustments`, { points: 100, reason: 'goodwill' });
  const path = `/rewards/${rewardId}/confirm`;
  const page = await phone.get(path);
  const names = ['idempotencyKey', 'priceVersion', 'pointsEach', 'cashEachMinor'];
  const form = Object.fromEntries(names.map((name) => [name, hidden(page, name)]));
  const { location } = await phone.post(path, { ...form, ...ADDRESS });
  expect(location).toContain('/redemptions/');
  await mall.call('DELETE', '/api/test-member');
  await mall.call('DELETE', '/api/test-member');
  await vi.waitFor(
    async () => {
      const { stock } = (await mall.call('GET', `/api/rewards/${rewardId}`)) as { stock: object };
      expect(stock).toMatchObject({ availableUnits: 1, takenUnits: 0 });
    },
    { timeout: 15_000, interval: 200 },
  );
  expect(words(await phone.get('/'))).not.toContain('可用');
});
