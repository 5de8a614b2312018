import { expect, test } from 'vitest';
import { stripeClient } from '../../../src/stripe/stripe-client.ts';
import { stripeFailureOf } from '../../../src/stripe/stripe-failure.ts';
import { openAccount, type Scene, SECRET_KEY, scene, sessionOf, until } from './scene.ts';

/** The Worker's own client, over real connections. */
const workerClient = (here: Scene, secretKey = SECRET_KEY) =>
  stripeClient({ secretKey, apiBase: here.url() });

test.for([
  ['lost', 'lost', 0],
  ['reply-lost', 'lost', 1],
  ['saved-500', 'broken', 0],
  ['saved-500-after', 'broken', 1],
  ['rate-limited', 'busy', 0],
  ['unavailable', 'broken', 0],
] as const)('%s is for the Worker’s client: %s, after one request', async ([how, kind, effects]) => {
  const here = await scene();
  const options = { stripeAccount: await openAccount(here), idempotencyKey: 'key' };
  await here.control('faults', { method: 'POST', path: 'sessions$', how });
  const create = () => workerClient(here).checkout.sessions.create(sessionOf(here), options);
  const failure = await create().catch(stripeFailureOf);
  const { data } = await here.stripe().checkout.sessions.list({}, { stripeAccount: options.stripeAccount });
  expect([failure, data.length]).toMatchObject([{ kind }, effects]);
});

test('a key at work, an account that went away and a wrong key are told apart', async () => {
  const here = await scene();
  const options = { stripeAccount: await openAccount(here), idempotencyKey: 'key' };
  const create = (client = workerClient(here)) =>
    client.checkout.sessions.create(sessionOf(here), options).catch(stripeFailureOf);
  await here.control('faults', { method: 'POST', path: 'sessions$', how: 'stall' });
  const first = create();
  await until(async () => (await here.faults()).stalled === 1);
  const atWork = await create();
  await here.control('faults/release', {});
  await first;
  const wrongKey = await create(workerClient(here, 'sk_test_other'));
  await here.control(`accounts/${options.stripeAccount}/deauthorise`, {});
  const gone = await create();
  expect([atWork, wrongKey, gone]).toMatchObject([
    { kind: 'busy' },
    { kind: 'key_refused' },
    { kind: 'no_access' },
  ]);
});
