import { expect, test } from 'vitest';
import { parseConfig } from '../../../src/config.ts';

const secret = (name: string) => `${name} of thirty-two characters or more`;

const local = {
  ENVIRONMENT: 'local',
  ROOT_HOST: 'localhost:8787',
  DATABASE_APP_URL: 'postgresql://pointmall_app:a@localhost/pointmall',
  DATABASE_AUTH_URL: 'postgresql://pointmall_auth:b@localhost/pointmall',
  SESSION_SECRET: secret('session'),
  AUTH_SECRET: secret('auth'),
  INTERNAL_TOKEN: secret('internal'),
  MAIL_FROM: 'Pointmall <mail@localhost>',
  LOCAL_ENDPOINT: 'http://127.0.0.1:9000/',
};
const { LOCAL_ENDPOINT: _, ...shared } = local;
const production = {
  ...shared,
  ENVIRONMENT: 'production',
  ROOT_HOST: 'pointmall.example',
  RESEND_API_KEY: 're_1',
};

test('a local run and a production are both understood', () => {
  expect(parseConfig(local)).toMatchObject({
    environment: 'local',
    scheme: 'http',
    local: { endpoint: 'http://127.0.0.1:9000', clockOffsetMs: 0 },
    sms: null,
  });
  expect(parseConfig(production)).toMatchObject({ environment: 'production', scheme: 'https', local: null });
});

test.each([
  ['production with LOCAL_ENDPOINT', { ...production, LOCAL_ENDPOINT: 'http://127.0.0.1:1' }],
  ['production with LOCAL_CLOCK_OFFSET_MS', { ...production, LOCAL_CLOCK_OFFSET_MS: '0' }],
  ['production without mail', { ...production, RESEND_API_KEY: undefined }],
  ['production on localhost', { ...production, ROOT_HOST: 'localhost:8787' }],
  ['local without its services', { ...local, LOCAL_ENDPOINT: undefined }],
  ['SMS_URL without SMS_TOKEN', { ...production, SMS_URL: 'https://sms.example' }],
  ['one secret for two purposes', { ...local, AUTH_SECRET: local.SESSION_SECRET }],
  ['one database role for two purposes', { ...local, DATABASE_AUTH_URL: local.DATABASE_APP_URL }],
  ['a short secret', { ...local, SESSION_SECRET: 'short' }],
  ['an unknown environment', { ...local, ENVIRONMENT: 'staging' }],
  ['no environment', { ...local, ENVIRONMENT: undefined }],
  ['text messages over plain HTTP', { ...local, SMS_URL: 'http://sms.example', SMS_TOKEN: 't' }],
  ['a database that is no Postgres', { ...local, DATABASE_APP_URL: 'mysql://a@b/c' }],
])('%s is refused', (_name, variables) => {
  expect(() => parseConfig(variables)).toThrow(/^configuration refused: /);
});

test('a refusal names variables and never their values', () => {
  const wrong = { ...local, SESSION_SECRET: 'hunter2', DATABASE_APP_URL: 'hunter2' };
  expect(() => parseConfig(wrong)).toThrow(/^(?!.*hunter2).*SESSION_SECRET/);
});
