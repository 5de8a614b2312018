import { expect, test } from 'vitest';
import { authOf } from '../../src/features/staff/auth.ts';
import { limitConcurrency } from '../../src/lib/limit-concurrency.ts';
import { newBrowser, read } from './browser.ts';
import { messagesTo, newestCode } from './inbox.ts';
import { PASSWORD, signedUp } from './merchant.ts';
import { services } from './services.ts';

const CONSOLE = 'console.localhost:8787';

test('after ten wrong passwords the address is locked, with the right one too, and the wait is told', async () => {
  const { email } = await signedUp();
  const attacker = newBrowser(CONSOLE);
  const attempt = (password: string) =>
    attacker.send('/api/auth/sign-in/email', { json: { email, password } });
  for (let count = 1; count <= 10; count += 1) expect((await attempt(`wrong ${count}`)).status).toBe(401);
  const locked = await read(await attempt(PASSWORD));
  expect([locked.status, locked.body.code, locked.body.minutes]).toEqual([429, 'locked', 15]);
});

test('of thirty wrong passwords at once ten are tried, and the address is locked', async () => {
  const { email } = await signedUp();
  const attacker = newBrowser(CONSOLE);
  const attempt = (password: string) =>
    attacker.send('/api/auth/sign-in/email', { json: { email, password } });
  const answers = await Promise.all(Array.from({ length: 30 }, (_, count) => attempt(`wrong ${count}`)));
  const statuses = answers.map(({ status }) => status).toSorted();
  expect(statuses).toEqual([...Array(10).fill(401), ...Array(20).fill(429)]);
  expect((await attempt(PASSWORD)).status).toBe(429);
});

test('the right password forgives the wrong ones before it', async () => {
  const { email } = await signedUp();
  const attempt = async (password: string) =>
    (await newBrowser(CONSOLE).send('/api/auth/sign-in/email', { json: { email, password } })).status;
  const nineWrong = async () => {
    for (let count = 1; count <= 9; count += 1) expect(await attempt(`wrong ${count}`)).toBe(401);
  };
  await nineWrong();
  expect(await attempt(PASSWORD)).toBe(200);
  await nineWrong();
  expect(await attempt(PASSWORD)).toBe(200);
});

test('a password sent as a form is not tried at all', async () => {
  const { email } = await signedUp();
  const form = { email, password: PASSWORD };
  const answer = await read(await newBrowser(CONSOLE).send('/api/auth/sign-in/email', { form }));
  expect([answer.status, answer.body.code]).toEqual([415, 'unsupported-media-type']);
});

test('a request that tries no password is not counted', async () => {
  const { email } = await signedUp();
  const browser = newBrowser(CONSOLE);
  const send = async (json: object) => (await browser.send('/api/auth/sign-in/email', { json })).status;
  for (let count = 1; count <= 11; count += 1) expect(await send({ email })).toBe(400);
  expect(await send({ email, password: PASSWORD })).toBe(200);
});

test('an address without an account is locked in the same words', async () => {
  const attacker = newBrowser(CONSOLE);
  const email = `${crypto.randomUUID()}@nobody.test`;
  const attempt = async () =>
    read(await attacker.send('/api/auth/sign-in/email', { json: { email, password: 'guess guess' } }));
  const answers = [];
  for (let count = 1; count <= 11; count += 1) answers.push(await attempt());
  expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429]);
});

test('the code of the e-mail opens once and dies after five wrong tries', async () => {
  const { browser, email } = await signedUp();
  const code = await newestCode(email);
  const wrong = code === '000000' ? '000001' : '000000';
  const verify = (otp: string) => browser.send('/api/auth/email-otp/verify-email', { json: { email, otp } });
  for (let count = 1; count <= 5; count += 1) expect((await verify(wrong)).status).toBe(400);
  expect((await verify(code)).status).toBeGreaterThanOrEqual(400);
  await browser.send('/api/auth/email-otp/send-verification-otp', {
    json: { email, type: 'email-verification' },
  });
  const fresh = await newestCode(email);
  expect((await verify(fresh)).status).toBe(200);
  expect((await verify(fresh)).status).toBe(400);
});

test('the letter with the code speaks the language of the page', async () => {
  const browser = newBrowser(CONSOLE, { 'accept-language': 'zh-TW' });
  const email = `${crypto.randomUUID()}@merchant.test`;
  await browser.send('/api/auth/sign-up/email', { json: { name: '林', email, password: PASSWORD } });
  expect((await messagesTo(email))[0]?.subject).toContain('驗證碼');
});

test.each([
  ['/api/auth/sign-in/email-otp', { email: 'a@b.test', otp: '123456' }],
  ['/api/auth/email-otp/check-verification-otp', { email: 'a@b.test', otp: '1', type: 'sign-in' }],
  ['/api/auth/organization/create', { name: 'x', slug: 'x' }],
])('%s does not exist', async (path, json) => {
  expect((await newBrowser(CONSOLE).send(path, { json })).status).toBe(404);
});

test('in production one client address may try ten passwords a minute', async () => {
  const { email } = await signedUp();
  const local = services();
  const config = { ...local.config, environment: 'production' as const };
  const auth = authOf({ ...local, config });
  const attempt = async () => {
    const request = new Request(`http://${CONSOLE}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'cf-connecting-ip': '203.0.113.7' },
      body: JSON.stringify({ email, password: 'wrong' }),
    });
    return (
      await auth.handler(request).catch((failure: { statusCode: number }) => ({ status: failure.statusCode }))
    ).status;
  };
  const statuses = [];
  for (let count = 1; count <= 11; count += 1) statuses.push(await attempt());
  expect(statuses).toEqual([...Array(10).fill(401), 429]);
});

test('at most the given number of jobs run at a time and all of them run', async () => {
  const limited = limitConcurrency(2);
  let running = 0;
  let most = 0;
  const job = (value: number) => async () => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    if (value === 3) throw new Error('a failed job frees its place');
    return value;
  };
  const results = await Promise.allSettled([1, 2, 3, 4, 5, 6].map((value) => limited(job(value))));
  expect(results.map((result) => (result.status === 'fulfilled' ? result.value : null))).toEqual([
    1,
    2,
    null,
    4,
    5,
    6,
  ]);
  expect(most).toBe(2);
});
