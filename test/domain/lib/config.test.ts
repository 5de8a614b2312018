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

test('the product’s own page leads to demo shops locally, and elsewhere to those that are named', () => {
  const shopsOf = (variables: object) => parseConfig(variables).demoShops;
  expect(shopsOf(local)).toEqual(['mianyu', 'mutang', 'lamplight']);
  expect(shopsOf(production)).toEqual([]);
  expect(shopsOf({ ...production, DEMO_SHOPS: 'mutang,mianyu' })).toEqual(['mutang', 'mianyu']);
  expect(() => shopsOf({ ...production, DEMO_SHOPS: 'somebody' })).toThrow('DEMO_SHOPS');
});

const stripe = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' };

test('cards are optional; a local run may send them to its stand-in', () => {
  const standIn = { ...local, ...stripe, STRIPE_API_BASE: 'http://127.0.0.1:9001/' };
  const { stripe: none } = parseConfig(production);
  const { stripe: real } = parseConfig({
    ...production,
    ...stripe,
    STRIPE_SECRET_KEY: 'rk_live_1',
    STRIPE_APPLICATION_FEE_BASIS_POINTS: '150',
  });
  const { stripe: standingIn } = parseConfig(standIn);
  expect([none, real, standingIn]).toEqual([
    null,
    { secretKey: 'rk_live_1', webhookSecret: 'whsec_1', apiBase: null, applicationFeeBasisPoints: 150 },
    {
      secretKey: 'sk_test_1',
      webhookSecret: 'whsec_1',
      apiBase: 'http://127.0.0.1:9001',
      applicationFeeBasisPoints: 0,
    },
  ]);
});

test.each([
  ['production with LOCAL_ENDPOINT', { ...production, LOCAL_ENDPOINT: 'http://127.0.0.1:1' }],
  ['production with LOCAL_CLOCK_OFFSET_MS', { ...production, LOCAL_CLOCK_OFFSET_MS: '0' }],
  ['production without mail', { ...production, RESEND_API_KEY: undefined }],
  ['production on localhost', { ...production, ROOT_HOST: 'localhost:8787' }],
  ['local without its services', { ...local, LOCAL_ENDPOINT: undefined }],
  ['SMS_URL without SMS_TOKEN', { ...production, SMS_URL: 'https://sms.example' }],
  ['STRIPE_SECRET_KEY without STRIPE_WEBHOOK_SECRET', { ...production, STRIPE_SECRET_KEY: 'sk_live_1' }],
  ['STRIPE_WEBHOOK_SECRET without STRIPE_SECRET_KEY', { ...production, STRIPE_WEBHOOK_SECRET: 'whsec_1' }],
  [
    'production with a stand-in for Stripe',
    { ...production, ...stripe, STRIPE_API_BASE: 'http://127.0.0.1:1' },
  ],
  ['a stand-in for Stripe without keys', { ...local, STRIPE_API_BASE: 'http://127.0.0.1:1' }],
  ['a local run with a live key', { ...local, ...stripe, STRIPE_SECRET_KEY: 'sk_live_1' }],
  ['a fee of more than a fifth', { ...production, ...stripe, STRIPE_APPLICATION_FEE_BASIS_POINTS: '2001' }],
  ['a fee that is no number', { ...production, ...stripe, STRIPE_APPLICATION_FEE_BASIS_POINTS: '1.5%' }],
  ["Stripe's public key in place of the secret one", { ...local, ...stripe, STRIPE_SECRET_KEY: 'pk_test_1' }],
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
