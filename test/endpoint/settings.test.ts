import { expect, test } from 'vitest';
import { readSettings } from '../../scripts/local/settings.ts';

test('real keys of Stripe’s switch the stand-in off, and one without the other is refused', () => {
  const keys = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' };
  const stripeOf = (environment: NodeJS.ProcessEnv) => readSettings([], environment).stripe;
  expect([stripeOf({}), stripeOf(keys)]).toEqual([
    null,
    { secretKey: 'sk_test_1', webhookSecret: 'whsec_1' },
  ]);
  expect(() => stripeOf({ STRIPE_SECRET_KEY: 'sk_test_1' })).toThrow('go together');
});
