import { expect, test } from 'vitest';
import { stripeClient } from '../../src/stripe/stripe-client.ts';
import { stripeFailureOf } from '../../src/stripe/stripe-failure.ts';

const setting = {
  secretKey: 'sk_test_1',
  webhookSecret: 'whsec_1',
  apiBase: null,
  applicationFeeBasisPoints: 0,
};

/** One answer for every request, and what was asked. */
function answering(answer: () => Response | Promise<Response>, apiBase: string | null = null) {
  const asked: Request[] = [];
  const client = stripeClient({ ...setting, apiBase }, async (input, init) => {
    asked.push(new Request(input as string, init as RequestInit));
    return answer();
  });
  return { client, asked };
}

const json = (status: number, body: object) => Response.json(body, { status });
const problem = (status: number, error: object) => () => json(status, { error });

test("requests go to Stripe with the platform's key, the shop's account and the key of the attempt", async () => {
  const { client, asked } = answering(() => json(200, { id: 'acct_1', object: 'account' }));
  await client.refunds.create({ amount: 1 }, { stripeAccount: 'acct_1', idempotencyKey: 'once' });
  const [request] = asked;
  const header = (name: string) => request?.headers.get(name);
  expect([
    request?.url,
    header('authorization'),
    header('stripe-account'),
    header('idempotency-key'),
    header('stripe-version'),
  ]).toEqual([
    'https://api.stripe.com/v1/refunds',
    'Bearer sk_test_1',
    'acct_1',
    'once',
    expect.stringMatching(/^20\d\d-\d\d-\d\d\./),
  ]);
});

test('a local run asks its stand-in', async () => {
  const { client, asked } = answering(() => json(200, {}), 'http://127.0.0.1:9001');
  await client.accounts.retrieve('acct_1');
  expect(asked[0]?.url).toBe('http://127.0.0.1:9001/v1/accounts/acct_1');
});

test.each([
  ['no answer', () => Promise.reject(new TypeError('network')), 'lost'],
  ['an answer that is no JSON', () => new Response('<html>', { status: 200 }), 'lost'],
  ['a fault of Stripe', problem(500, { type: 'api_error' }), 'broken'],
  ['too many requests', problem(429, { type: 'invalid_request_error', code: 'rate_limit' }), 'busy'],
  ['a key at work', problem(409, { type: 'idempotency_error', code: 'idempotency_key_in_use' }), 'busy'],
  ['a lost connection to the account', problem(403, { code: 'account_invalid' }), 'no_access'],
  ['a platform key that may not do this', problem(403, { type: 'invalid_request_error' }), 'key_refused'],
  ['a wrong platform key', problem(401, { type: 'invalid_request_error' }), 'key_refused'],
  ['an unknown object', problem(404, { type: 'invalid_request_error', code: 'resource_missing' }), 'refused'],
  ['other content under a used key', problem(400, { type: 'idempotency_error' }), 'refused'],
])('%s is told apart, after one request', async (_name, answer, kind) => {
  const { client, asked } = answering(answer);
  const failure = await client.accounts.create({ country: 'JP' }).catch(stripeFailureOf);
  expect([failure, asked.length]).toMatchObject([{ kind }, 1]);
});

test("faults that are not Stripe's are not taken for its own", () => {
  expect(stripeFailureOf(new TypeError('bug'))).toBe(null);
});
