import { afterEach, expect, test } from 'vitest';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { newestCode } from '../identity/inbox.ts';
import { unique } from '../identity/merchant.ts';
import { hidden, openMall, signIn, words } from './mall-shop.ts';

afterEach(() => setClockOffsetMs(0));
const pass = (seconds: number) => setClockOffsetMs(clockOffsetMs() + seconds * 1000);

const ADDRESS = {
  recipientName: '林小满',
  phone: '138 0013 8000',
  country: 'CN',
  region: '上海市',
  city: '徐汇区',
  line1: '安福路 1 号',
  line2: '',
  postalCode: '',
};

type Member = Awaited<ReturnType<Awaited<ReturnType<typeof openMall>>['memberWith']>>;

async function keepAddress(member: Member, city = '徐汇区') {
  const form = await member.get('/me/addresses/new');
  const sent = { ...ADDRESS, city, idempotencyKey: hidden(form, 'idempotencyKey') };
  await member.post('/me/addresses/new', sent);
  return member.post('/me/addresses/new', sent);
}

const addressIds = async (member: Member) => {
  const { text } = await member.get('/me/addresses');
  return [...text.matchAll(/href="\/me\/addresses\/(adr_\w+)"/g)].map(([, id]) => id ?? '');
};

test('addresses are added once a form, changed, put first and removed; another member meets nothing of them', async () => {
  const mall = await openMall();
  const member = await mall.memberWith(0);
  const other = await mall.memberWith(0);
  expect((await keepAddress(member)).location).toBe('/me/addresses');
  await keepAddress(member, '静安区');
  const [first = '', second = ''] = await addressIds(member);
  const changed = { ...ADDRESS, city: '长宁区' };
  expect((await other.post(`/me/addresses/${first}`, changed)).status).toBe(404);
  expect((await other.get(`/me/addresses/${first}`)).status).toBe(404);
  await other.post(`/me/addresses/${first}/remove`, {});
  await other.post(`/me/addresses/${second}/default`, {});
  expect(await addressIds(member)).toEqual([first, second]);
  await member.post(`/me/addresses/${second}/default`, {});
  expect(await addressIds(member)).toEqual([second, first]);
  expect((await member.post(`/me/addresses/${first}`, changed)).location).toBe('/me/addresses');
  await member.post(`/me/addresses/${second}/remove`, {});
  const left = words(await member.get('/me/addresses'));
  expect([left.includes('长宁区'), left.includes('静安区')]).toEqual([true, false]);
  expect((await member.post('/me/addresses/new', { idempotencyKey: 'k' })).status).toBe(422);
});

test('what was typed into a form whose session has ended is there after signing in', async () => {
  const mall = await openMall();
  const member = await mall.memberWith(0);
  const form = await member.get('/me/addresses/new');
  await member.post('/sign-out', {});
  const sent = { ...ADDRESS, city: '黄浦区', idempotencyKey: hidden(form, 'idempotencyKey') };
  expect((await member.post('/me/addresses/new', sent)).location).toBe(
    '/sign-in?ended&to=%2Fme%2Faddresses%2Fnew',
  );
  await signIn(member, member.email);
  expect((await member.get('/me/addresses/new')).text).toContain('value="黄浦区"');
});

test('her name and language are hers to change, and the page speaks the language at once', async () => {
  const mall = await openMall();
  const member = await mall.memberWith(0);
  await member.post('/me/profile', { name: ' 小满 ', locale: 'zh-TW' });
  expect((await member.get('/me')).text).toContain('<html lang="zh-TW">');
  expect(words(await member.get('/me'))).toContain('小满');
  expect((await member.post('/me/profile', { name: '长'.repeat(81), locale: 'zh-TW' })).status).toBe(422);
});

test('joining keeps the version of the texts; news are agreed to by ticking alone, each way on its own', async () => {
  const mall = await openMall();
  const visitor = mall.visitor();
  const email = `${unique()}@member.test`;
  await visitor.post('/sign-in', { identifier: email, to: '/points' });
  const code = await newestCode(email);
  const joined = await visitor.post('/sign-in/code', {
    identifier: email,
    code,
    to: '/points',
    news: 'email',
  });
  expect(joined.location).toBe('/points');
  const version = /版本 ([0-9a-f]{10})/.exec(words(await visitor.get('/terms')))?.[1] ?? 'none';
  const news = await visitor.get('/me/news');
  expect(words(news)).toMatch(new RegExp(`同意，版本 ${version}.*条款和隐私，.*版本 ${version}。`));
  expect(news.text).toMatch(/name="email"[^>]*checked/);
  expect(news.text).not.toMatch(/name="sms"[^>]*checked/);
  const form = { idempotencyKey: hidden(news, 'idempotencyKey') };
  await visitor.post('/me/news', form);
  await visitor.post('/me/news', form);
  const data = JSON.parse((await visitor.get('/me/data.json')).text) as {
    consents: { kind: string; granted: boolean }[];
  };
  expect(data.consents.map(({ kind, granted }) => [kind, granted])).toEqual([
    ['email', false],
    ['email', true],
    ['terms', true],
  ]);
});

test('after the texts changed she is asked at her next sign-in, softly, until she agrees', async () => {
  const mall = await openMall();
  const member = await mall.memberWith(0);
  const signInAgain = async () => {
    await member.post('/sign-out', {});
    pass(31);
    return (await signIn(member, member.email)).location;
  };
  await mall.call('PUT', '/api/programme', {
    baseRate: { numerator: 1, denominator: 1 },
    categoryRates: [],
    daysUntilEntry: 0,
    expiry: { kind: 'never' },
  });
  expect(await signInAgain()).toBe('/consent?to=%2F');
  expect(words(await member.get('/consent?to=%2F'))).toContain('条款有更新');
  expect((await member.get('/points')).status).toBe(200);
  expect(await signInAgain()).toBe('/consent?to=%2F');
  expect((await member.post('/consent', { to: '/points' })).location).toBe('/points');
  expect(await signInAgain()).toBe('/');
});

test('signing out everywhere ends the other device, too', async () => {
  const mall = await openMall();
  const member = await mall.memberWith(0);
  const key = hidden(await member.get('/me/account'), 'idempotencyKey');
  const phone = mall.visitor();
  pass(31);
  await signIn(phone, member.email);
  expect((await phone.get('/me')).status).toBe(200);
  await member.post('/me/sign-out-everywhere', { idempotencyKey: key });
  expect((await phone.get('/me')).location).toBe('/sign-in?to=%2Fme');
});

test('closing shows what is lost, waits for what is under way, and leaves nothing that names her', async () => {
  const mall = await openMall();
  const member = await mall.memberWith(700);
  await keepAddress(member);
  await member.post('/help', { text: '我是谁？', idempotencyKey: 'key-1' });
  expect((await member.post('/me/close', { idempotencyKey: 'close-1' })).status).toBe(422);
  const page = await member.get('/me/close');
  expect(words(page)).toContain('现在可用的 700 积分');
  const form = { idempotencyKey: hidden(page, 'idempotencyKey'), understood: 'yes' };
  expect(words(await member.post('/me/close', form))).toContain('账户已注销');
  expect((await member.get('/me')).location).toBe('/sign-in?to=%2Fme');
  const left = (await mall.call('GET', `/api/members/${member.memberId}`)) as {
    member: { state: string; email: string | null };
    balances: { availablePoints: number };
  };
  expect([left.member.state, left.member.email, left.balances.availablePoints]).toEqual(['erased', null, 0]);
  expect((await mall.call('GET', '/api/questions')) as object).toMatchObject({ items: [] });
  pass(31);
  await signIn(member, member.email);
  expect(words(await member.get('/me'))).toContain('可用 0 积分');
});

test('an order that is under way keeps the account open', async () => {
  const mall = await openMall();
  const member = await mall.memberWith(700);
  const rewardId = await mall.addReward({ pointsEach: 500 });
  const confirm = await member.get(`/rewards/${rewardId}/confirm`);
  await member.post(`/rewards/${rewardId}/confirm`, {
    ...ADDRESS,
    idempotencyKey: hidden(confirm, 'idempotencyKey'),
    priceVersion: hidden(confirm, 'priceVersion'),
    pointsEach: hidden(confirm, 'pointsEach'),
  });
  const tried = await member.post('/me/close', { idempotencyKey: 'close-1', understood: 'yes' });
  expect(words(tried)).toContain('这些兑换还没结束');
  expect((await member.get('/me')).status).toBe(200);
});
