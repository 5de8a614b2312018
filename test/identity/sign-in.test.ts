import { expect, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import { requestSignInCode } from '../../src/features/sign-in/request-sign-in-code.ts';
import { verifySignInCode } from '../../src/features/sign-in/verify-sign-in-code.ts';
import { messagesTo, newestCode } from './inbox.ts';
import { visitorOfNewShop } from './member-context.ts';
import { unique } from './merchant.ts';

const newEmail = () => `${unique()}@member.test`;
const request = (ctx: Context, identifier: string) => requestSignInCode({ ctx, input: { identifier } });
const verify = (ctx: Context, identifier: string, code: string) =>
  verifySignInCode({ ctx, input: { identifier, code, consentVersion: '2026-11', displayName: null } });
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');

test('a visitor joins by the code in her mail, and the next code leads to the same membership', async () => {
  const { ctx } = await visitorOfNewShop();
  const email = newEmail();
  expect(await request(ctx, `  ${email.toUpperCase()} `)).toEqual({
    ok: true,
    value: { channel: 'email', address: email, minutes: 10, resendSeconds: 30 },
  });
  const first = await verify(ctx, email, await newestCode(email));
  expect(first).toMatchObject({
    ok: true,
    value: { memberId: expect.stringMatching(/^mem_/), joined: true },
  });
  await request(ctx, email);
  const again = await verify(ctx, email, await newestCode(email));
  expect(again).toEqual({ ok: true, value: { ...(first.ok ? first.value : {}), joined: false } });
});

test('a phone is understood in the country of the shop and gets its code by text message', async () => {
  const { ctx } = await visitorOfNewShop();
  const phone = `1390000${String(Math.floor(Math.random() * 10_000)).padStart(4, '0')}`;
  expect(await request(ctx, phone)).toMatchObject({
    ok: true,
    value: { channel: 'sms', address: `+86${phone}` },
  });
  const [message] = await messagesTo(`+86${phone}`);
  expect(message?.kind).toBe('sms');
  expect(message?.text).toMatch(
    /^\d{6} is your sign-in code for Mianyu 棉屿, good for 10 minutes\. Don’t share it with anyone\.$/,
  );
  expect(await verify(ctx, `+86 ${phone}`, await newestCode(`+86${phone}`))).toMatchObject({ ok: true });
});

test('a number at which no text message can arrive is refused, and nothing is sent', async () => {
  const { ctx } = await visitorOfNewShop();
  expect(await request(ctx, '021 6317 5678')).toEqual({
    ok: false,
    refusal: { code: 'invalid_input', field: 'identifier', reason: 'not_a_mobile_number' },
  });
  expect(await messagesTo('+862163175678')).toEqual([]);
});

test('a phone is refused where no text message could arrive', async () => {
  const { ctx } = await visitorOfNewShop({ sms: null });
  expect(await request(ctx, '13900001111')).toEqual({ ok: false, refusal: { code: 'phone_unavailable' } });
});

test.each(['', 'lin', '12', 'a@b', 'a b@c.de', '+999999999999999999'])(
  '%j is no address at all',
  async (typed) => {
    const { ctx } = await visitorOfNewShop();
    expect(await request(ctx, typed)).toEqual({
      ok: false,
      refusal: { code: 'invalid_input', field: 'identifier', reason: 'malformed' },
    });
  },
);

test('a code opens once', async () => {
  const { ctx } = await visitorOfNewShop();
  const email = newEmail();
  await request(ctx, email);
  const code = await newestCode(email);
  expect((await verify(ctx, email, code)).ok).toBe(true);
  expect(await verify(ctx, email, code)).toEqual({ ok: false, refusal: { code: 'code_expired' } });
});

test('of two who use one code at the same moment one is signed in', async () => {
  const { ctx } = await visitorOfNewShop();
  const email = newEmail();
  await request(ctx, email);
  const code = await newestCode(email);
  const both = await Promise.all([verify(ctx, email, code), verify(ctx, email, code)]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test('a code is good for ten minutes and not a second longer', async () => {
  const { ctx, wait } = await visitorOfNewShop();
  const [prompt, late] = [newEmail(), newEmail()];
  await request(ctx, prompt);
  await request(ctx, late);
  wait(9 * 60 + 50);
  expect((await verify(ctx, prompt, await newestCode(prompt))).ok).toBe(true);
  wait(15);
  expect(await verify(ctx, late, await newestCode(late))).toEqual({
    ok: false,
    refusal: { code: 'code_expired' },
  });
});

test('five wrong tries lock the address for what is left of fifteen minutes, the right code included', async () => {
  const { ctx, wait } = await visitorOfNewShop();
  const email = newEmail();
  await request(ctx, email);
  const code = await newestCode(email);
  const answers = [];
  for (let count = 1; count <= 5; count += 1) answers.push(await verify(ctx, email, wrongFor(code)));
  expect(answers.map((answer) => (answer.ok ? 'signed in' : answer.refusal))).toEqual([
    { code: 'code_wrong', triesLeft: 4 },
    { code: 'code_wrong', triesLeft: 3 },
    { code: 'code_wrong', triesLeft: 2 },
    { code: 'code_wrong', triesLeft: 1 },
    { code: 'locked', minutes: 15 },
  ]);
  wait(60);
  expect(await verify(ctx, email, code)).toEqual({ ok: false, refusal: { code: 'locked', minutes: 14 } });
  expect(await request(ctx, email)).toEqual({ ok: false, refusal: { code: 'locked', minutes: 14 } });
  wait(14 * 60 + 5);
  expect((await request(ctx, email)).ok).toBe(true);
  expect((await verify(ctx, email, await newestCode(email))).ok).toBe(true);
});

test('twenty wrong codes at the same moment are counted as five tries', async () => {
  const { ctx } = await visitorOfNewShop();
  const email = newEmail();
  await request(ctx, email);
  const code = await newestCode(email);
  const answers = await Promise.all(Array.from({ length: 20 }, () => verify(ctx, email, wrongFor(code))));
  const wrong = answers.filter((answer) => !answer.ok && answer.refusal.code === 'code_wrong');
  expect(wrong).toHaveLength(4);
  expect((await verify(ctx, email, code)).ok).toBe(false);
});

test('another code is sent after half a minute at the soonest and six times an hour at the most', async () => {
  const { ctx, wait } = await visitorOfNewShop();
  const email = newEmail();
  expect((await request(ctx, email)).ok).toBe(true);
  wait(10);
  const soon = await request(ctx, email);
  expect(soon).toEqual({
    ok: false,
    refusal: { code: 'too_many_requests', seconds: expect.any(Number), sentTo: email },
  });
  for (let count = 2; count <= 6; count += 1) {
    wait(31);
    expect((await request(ctx, email)).ok).toBe(true);
  }
  wait(31);
  expect(await request(ctx, email)).toEqual({
    ok: false,
    refusal: { code: 'too_many_requests', seconds: expect.any(Number) },
  });
  expect(await messagesTo(email)).toHaveLength(6);
});

test('of two requests at the same moment one sends a code', async () => {
  const { ctx } = await visitorOfNewShop();
  const email = newEmail();
  await Promise.all([request(ctx, email), request(ctx, email)]);
  expect(await messagesTo(email)).toHaveLength(1);
});

test('only the newest code opens', async () => {
  const { ctx, wait } = await visitorOfNewShop();
  const email = newEmail();
  await request(ctx, email);
  const old = await newestCode(email);
  wait(31);
  await request(ctx, email);
  const fresh = await newestCode(email);
  if (old !== fresh) expect((await verify(ctx, email, old)).ok).toBe(false);
  expect((await verify(ctx, email, fresh)).ok).toBe(true);
});

test("one shop's code opens nothing in another", async () => {
  const [here, there] = [await visitorOfNewShop(), await visitorOfNewShop()];
  const email = newEmail();
  await request(here.ctx, email);
  const code = await newestCode(email);
  expect(await verify(there.ctx, email, code)).toEqual({ ok: false, refusal: { code: 'code_expired' } });
});

test.each(['12345', '1234567', 'abcdef', ''])('%j is no code, and costs no try', async (typed) => {
  const { ctx } = await visitorOfNewShop();
  const email = newEmail();
  await request(ctx, email);
  expect(await verify(ctx, email, typed)).toEqual({
    ok: false,
    refusal: { code: 'invalid_input', field: 'code', reason: 'six_digits' },
  });
  expect(await verify(ctx, email, wrongFor(await newestCode(email)))).toMatchObject({
    refusal: { code: 'code_wrong', triesLeft: 4 },
  });
});

test('a code may be pasted with spaces and in full-width digits', async () => {
  const { ctx } = await visitorOfNewShop();
  const email = newEmail();
  await request(ctx, email);
  const code = await newestCode(email);
  const wide = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
  expect((await verify(ctx, email, ` ${wide.slice(0, 3)} ${wide.slice(3)} `)).ok).toBe(true);
});
