import { describe, expect, test } from 'vitest';
import { newBrowser, read } from './browser.ts';
import { PASSWORD, signedUp } from './merchant.ts';

const CONSOLE = 'console.localhost:8787';
const NUL = '\u0000';
const HALF_PAIR = '\ud800';

const email = 'lin@merchant.test';
const signUp = { name: 'Lin', email, password: PASSWORD };
const signIn = { email, password: PASSWORD };

async function answerTo(path: string, json?: object) {
  const { status, body } = await read(await newBrowser(CONSOLE).send(path, json ? { json } : {}));
  return { status, code: body.code, errors: body.errors };
}

const refused = (field: string, reason: string) => ({
  status: 400,
  code: 'invalid-input',
  errors: [{ field, reason }],
});

describe.each([
  ['NUL', NUL, 'control_character'],
  ['half of a surrogate pair', HALF_PAIR, 'not_unicode'],
])('%s in a text for the accounts is refused and its field named', (_name, text, reason) => {
  test.each([
    ['/sign-up/email', 'name', { ...signUp, name: `L${text}n` }],
    ['/sign-up/email', 'email', { ...signUp, email: `l${text}n@merchant.test` }],
    ['/sign-up/email', 'password', { ...signUp, password: PASSWORD + text }],
    ['/sign-up/email', 'image', { ...signUp, image: text }],
    ['/sign-in/email', 'email', { ...signIn, email: email + text }],
    ['/sign-in/email', 'password', { ...signIn, password: PASSWORD + text }],
    ['/email-otp/send-verification-otp', 'email', { email: email + text, type: 'email-verification' }],
    ['/email-otp/verify-email', 'otp', { email, otp: `12345${text}` }],
    ['/email-otp/request-password-reset', 'email', { email: email + text }],
    ['/email-otp/reset-password', 'password', { email, otp: '123456', password: PASSWORD + text }],
  ])('%s: %s', async (path, field, json) => {
    expect(await answerTo(`/api/auth${path}`, json)).toEqual(refused(field, reason));
  });
});

test('NUL in an address is refused as well', async () => {
  expect((await answerTo('/api/auth/reset-password/%00?callbackURL=/')).status).toBe(400);
  expect(await answerTo('/api/auth/verify-email?token=a&token=%00')).toEqual(
    refused('token', 'control_character'),
  );
});

test('what is no JSON is refused in the words of every other route', async () => {
  const sent = { body: '{', headers: { 'content-type': 'application/json' } };
  const answer = await read(await newBrowser(CONSOLE).send('/api/auth/sign-in/email', sent));
  expect([answer.status, answer.body.code]).toEqual([400, 'malformed-json']);
});

test('a name may be written in any script', async () => {
  const { browser } = await signedUp('林小满 👩🏽‍🌾 Ñandú');
  expect((await read(await browser.send('/api/me'))).body.user).toMatchObject({
    name: '林小满 👩🏽‍🌾 Ñandú',
  });
});
