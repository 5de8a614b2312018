import { expect, test } from 'vitest';
import { hidden, openMall, type Visitor, words } from './mall-shop.ts';

type Mall = Awaited<ReturnType<typeof openMall>>;
type Member = Awaited<ReturnType<Mall['memberWith']>>;

const QUESTIONS = [
  {
    id: 'size',
    text: { 'zh-CN': '你平时穿什么尺码？' },
    options: [
      { id: 's', text: { 'zh-CN': 'S 码' } },
      { id: 'm', text: { 'zh-CN': 'M 码' } },
    ],
  },
  { id: 'colour', text: { 'zh-CN': '最喜欢的颜色？' }, options: [] },
];

const ask = (mall: Mall, points = 20, seenVersion = 0) =>
  mall.call('PUT', '/api/profile-form', { questions: QUESTIONS, points, seenVersion });

async function answer(visitor: Visitor, fields: Record<string, string>) {
  const page = await visitor.get('/me/profile');
  const form = { idempotencyKey: hidden(page, 'idempotencyKey'), ...fields };
  return { form, answered: await visitor.post('/me/profile/about', form) };
}

async function pointsOf(mall: Mall, { memberId }: Member) {
  const { items } = (await mall.call('GET', `/api/members/${memberId}/entries`)) as {
    items: { type: string; points: number; why: { reason: string } }[];
  };
  return items.map(({ type, points, why }) => [type, points, why.reason]);
}

const GIVEN = [['points.adjusted', 20, 'profile']];

test('who answers all of it gets the points once, whatever is sent again and however', async () => {
  const mall = await openMall();
  await ask(mall);
  const member = await mall.memberWith(0);
  const part = await answer(member, { 'q-size': 'm' });
  expect(part.answered.location).toBe('/me/profile?kept#about');
  expect(words(await member.get('/me/profile?kept'))).toContain('再填 1 项就送 20 积分');
  expect(words(await member.get('/me'))).toContain('回答几个问题，送 20 积分');
  expect(words(await member.get('/earn'))).toContain('关于你 回答几个问题，送 20 积分');
  const whole = await answer(member, { 'q-size': 'm', 'q-colour': ' 绿 ' });
  expect(whole.answered.location).toBe('/me/profile?given=20#about');
  expect(words(await member.get('/me'))).not.toContain('回答几个问题');
  expect(words(await member.get('/earn'))).not.toContain('回答几个问题');
  const again = await member.post('/me/profile/about', whole.form);
  const [one, other] = await Promise.all([
    answer(member, { 'q-size': 's', 'q-colour': '蓝' }),
    answer(member, { 'q-size': 's', 'q-colour': '蓝' }),
  ]);
  expect([again.status, one.answered.status, other.answered.status]).toEqual([303, 303, 303]);
  expect(await pointsOf(mall, member)).toEqual(GIVEN);
  expect(await mall.call('GET', `/api/members/${member.memberId}/profile`)).toEqual({
    answers: [
      { question: { 'zh-CN': '你平时穿什么尺码？' }, answer: { 'zh-CN': 'S 码' } },
      { question: { 'zh-CN': '最喜欢的颜色？' }, answer: { 'zh-CN': '蓝' } },
    ],
    birthday: null,
  });
  expect(await mall.call('GET', '/api/profile-form')).toMatchObject({ version: 1, answered: 1, rewarded: 1 });
});

test('two devices that answer for the first time at once are given the points once', async () => {
  const mall = await openMall();
  await ask(mall);
  const member = await mall.memberWith(0);
  const fields = { 'q-size': 'm', 'q-colour': '绿' };
  await Promise.all([answer(member, fields), answer(member, fields), answer(member, fields)]);
  expect(await pointsOf(mall, member)).toEqual(GIVEN);
});

test('while her account is frozen her answers are kept and give nothing; sent again afterwards they do', async () => {
  const mall = await openMall();
  await ask(mall);
  const member = await mall.memberWith(0);
  const freeze = (freezes: boolean) =>
    mall.call('POST', `/api/members/${member.memberId}/freeze`, { freezes, reason: 'other' });
  const fields = { 'q-size': 'm', 'q-colour': '绿' };
  await freeze(true);
  expect((await answer(member, fields)).answered.location).toBe('/me/profile?kept#about');
  expect(await pointsOf(mall, member)).toEqual([]);
  const frozen = '店铺暂时冻结了你的账户';
  const pages = ['/', '/me/code', '/points', '/me/profile'];
  for (const path of pages) expect(words(await member.get(path)), path).toContain(frozen);
  await freeze(false);
  expect((await answer(member, fields)).answered.location).toBe('/me/profile?given=20#about');
  expect(await pointsOf(mall, member)).toEqual(GIVEN);
  for (const path of pages) expect(words(await member.get(path)), path).not.toContain(frozen);
  expect(words(await member.get('/points'))).toContain('完善资料');
});

test('a change of the questions gives nobody the points a second time', async () => {
  const mall = await openMall();
  await ask(mall);
  const member = await mall.memberWith(0);
  await answer(member, { 'q-size': 'm', 'q-colour': '绿' });
  await ask(mall, 500, 1);
  await answer(member, { 'q-size': 's', 'q-colour': '蓝' });
  expect(await pointsOf(mall, member)).toEqual(GIVEN);
  expect(words(await member.get('/me/profile'))).not.toContain('500');
});

test('two who edit the questions at once: the second is told, and nothing of hers is half-applied', async () => {
  const mall = await openMall();
  await ask(mall);
  await expect(ask(mall, 30)).rejects.toThrow('changed-elsewhere');
  expect(await mall.call('GET', '/api/profile-form')).toMatchObject({ version: 1, points: 20 });
});

test('a shop that asks nothing shows nothing, and an account that is closed forgets its answers', async () => {
  const mall = await openMall();
  const member = await mall.memberWith(0);
  expect(words(await member.get('/me/profile'))).not.toContain('关于你');
  await ask(mall, 0);
  const { answered } = await answer(member, { 'q-size': 'm', 'q-colour': '绿' });
  expect(answered.location).toBe('/me/profile?kept#about');
  expect(await pointsOf(mall, member)).toEqual([]);
  const closing = await member.get('/me/close');
  await member.post('/me/close', { idempotencyKey: hidden(closing, 'idempotencyKey'), understood: 'on' });
  expect(await mall.call('GET', '/api/profile-form')).toMatchObject({ answered: 0 });
});
