import { expect, test } from 'vitest';
import { newestCode } from '../identity/inbox.ts';
import { hidden, openMall, type Visitor, words } from './mall-shop.ts';

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

async function formAt(visitor: Visitor, path: string) {
  const page = await visitor.get(path);
  const names = ['idempotencyKey', 'priceVersion', 'pointsEach', 'cashEachMinor'];
  return { page, form: Object.fromEntries(names.map((name) => [name, hidden(page, name)])) };
}

test('a form that is not taken becomes a page of its own with all that was typed, in any language', async () => {
  const mall = await openMall();
  const path = `/rewards/${await mall.addReward({ pointsEach: 500 })}/confirm`;
  const member = await mall.memberWith(800);
  const { form } = await formAt(member, path);
  const sent = await member.post(path, { ...form, ...ADDRESS, phone: '1234' });
  expect(sent).toMatchObject({ status: 303, location: `${path}?again` });
  const { page, form: next } = await formAt(member, `${path}?again`);
  expect(words(page)).toContain('手机号不对，请检查');
  expect(page.text).toContain('value="安福路 1 号"');
  const english = await member.get(`${path}?again&lang=en`);
  expect(words(english)).toContain('This is no number of that country');
  expect(english.text).toContain('value="安福路 1 号"');
  const made = await member.post(path, { ...next, ...ADDRESS });
  expect(made.location).toMatch(/^\/redemptions\/rdm_\w+\/result$/);
  // Back from there would be the same form with another key: a second order, of other terms.
  expect(await member.get(`${path}?again`)).toMatchObject({
    status: 303,
    location: path.replace('/confirm', ''),
  });
});

test('whoever was signed out while typing is told, and finds it all again after signing in', async () => {
  const mall = await openMall();
  const path = `/rewards/${await mall.addReward({ pointsEach: 500 })}/confirm`;
  const member = await mall.memberWith(800);
  const { form } = await formAt(member, path);
  const stranger = mall.visitor();
  const sent = await stranger.post(path, { ...form, ...ADDRESS });
  expect(sent.location).toBe(`/sign-in?ended&to=${encodeURIComponent(`${path}?again`)}`);
  const page = await stranger.get(sent.location ?? '');
  expect(words(page)).toContain('填好的内容都还在');
  expect(hidden(page, 'to')).toBe(`${path}?again`);
  await stranger.post('/sign-in', { identifier: member.email, to: `${path}?again` });
  const code = await newestCode(member.email);
  const opened = await stranger.post('/sign-in/code', {
    identifier: member.email,
    code,
    to: `${path}?again`,
  });
  expect(opened.location).toBe(`${path}?again`);
  expect((await stranger.get(`${path}?again`)).text).toContain('value="安福路 1 号"');
});

test('what one typed is gone once she has signed out', async () => {
  const mall = await openMall();
  const path = `/rewards/${await mall.addReward({ pointsEach: 500 })}/confirm`;
  const member = await mall.memberWith(800);
  const { form } = await formAt(member, path);
  await member.post(path, { ...form, ...ADDRESS, phone: '1234' });
  await member.post('/sign-out', {});
  await member.post('/sign-in', { identifier: member.email, to: '/' });
  await member.post('/sign-in/code', {
    identifier: member.email,
    code: await newestCode(member.email),
    to: '/',
  });
  expect((await member.get(`${path}?again`)).text).not.toContain('安福路');
});

test('a price that changed meanwhile is asked again at the new price on a page that reload finds', async () => {
  const mall = await openMall();
  const rewardId = await mall.addReward({ pointsEach: 500 });
  const path = `/rewards/${rewardId}/confirm`;
  const member = await mall.memberWith(800);
  const { form } = await formAt(member, path);
  await mall.call('PATCH', `/api/rewards/${rewardId}`, { pointsEach: 400 });
  await mall.call('POST', `/api/rewards/${rewardId}/publish`);
  expect((await member.post(path, { ...form, ...ADDRESS })).location).toBe(`${path}?again`);
  const { page, form: next } = await formAt(member, `${path}?again`);
  expect(words(page)).toContain('价格刚刚更新为 400 积分，要按新价兑换吗？');
  expect(next.pointsEach).toBe('400');
  expect((await member.post(path, { ...next, ...ADDRESS })).location).toMatch(/result$/);
});
