import { afterEach, expect, test } from 'vitest';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { messagesTo, newestCode } from '../identity/inbox.ts';
import { unique } from '../identity/merchant.ts';
import { openMall, signIn, words } from './mall-shop.ts';

afterEach(() => setClockOffsetMs(0));
const pass = (seconds: number) => setClockOffsetMs(clockOffsetMs() + seconds * 1000);

const newEmail = () => `${unique()}@member.test`;

test('whoever may have no more codes stays on the first step and reads for about how long', async () => {
  const mall = await openMall();
  const email = newEmail();
  for (let count = 1; count <= 6; count += 1) {
    expect((await mall.visitor().post('/sign-in', { identifier: email })).location).toBe('/sign-in/code');
    pass(31);
  }
  const refused = await mall.visitor().post('/sign-in', { identifier: email });
  expect(refused.status).toBe(429);
  expect(words(refused)).toMatch(/操作太频繁了，约 5\d 分钟后再试/);
  expect(words(refused)).not.toContain('已发到');
  expect(refused.text).toContain(`value="${email}"`);
  expect(await messagesTo(email)).toHaveLength(6);
});

test('whoever asks twice in a moment is led to the code that was sent', async () => {
  const mall = await openMall();
  const visitor = mall.visitor();
  const email = newEmail();
  await visitor.post('/sign-in', { identifier: email, to: '/points' });
  expect((await visitor.post('/sign-in', { identifier: email, to: '/points' })).location).toBe(
    '/sign-in/code',
  );
  expect(words(await visitor.get('/sign-in/code'))).toContain(`6 位验证码已发到 ${email}`);
  expect(await messagesTo(email)).toHaveLength(1);
});

test('the code page says the number as it was understood, and that a new code was sent', async () => {
  const mall = await openMall();
  const visitor = mall.visitor();
  const number = `138${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
  await visitor.post('/sign-in', { identifier: number });
  const spaced = `+86 ${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`;
  expect(words(await visitor.get('/sign-in/code'))).toContain(`已发到 ${spaced}`);
  pass(31);
  const again = { identifier: `+86${number}`, to: '/', again: 'yes' };
  expect((await visitor.post('/sign-in', again)).location).toBe('/sign-in/code');
  expect(words(await visitor.get('/sign-in/code'))).toContain('新的验证码已发出，只有最新的有效。');
});

test('another language on the page of the code, also after a wrong one, loses neither step nor way back', async () => {
  const mall = await openMall();
  const visitor = mall.visitor();
  const email = newEmail();
  await visitor.post('/sign-in', { identifier: email, to: '/points' });
  const code = await newestCode(email);
  const wrong = await visitor.post('/sign-in/code', {
    identifier: email,
    code: code === '000000' ? '000001' : '000000',
    to: '/points',
  });
  const link = /href="(\/language\?lang=en[^"]*)"/.exec(wrong.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const back = await visitor.get(link);
  const page = await visitor.get(back.location ?? '');
  expect(page.text).toContain('<html lang="en">');
  expect(words(page)).toContain(`We sent a 6-digit code to ${email}`);
  const opened = await visitor.post('/sign-in/code', { identifier: email, code, to: '/points' });
  expect(opened).toMatchObject({ status: 303, location: '/points' });
});

test('the page of the code without a code asked for leads to the first step', async () => {
  const mall = await openMall();
  expect(await mall.visitor().get('/sign-in/code')).toMatchObject({ status: 303, location: '/sign-in' });
});

test('a member who is signed in is led on', async () => {
  const mall = await openMall();
  const visitor = mall.visitor();
  await signIn(visitor, newEmail());
  expect((await visitor.get('/sign-in?to=%2Fpoints')).location).toBe('/points');
});
