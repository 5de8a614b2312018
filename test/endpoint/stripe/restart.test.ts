import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { clientOf, openAccount, payNew, SECRET_KEY, scene, sessionOf, until } from './scene.ts';

const START_STRIPE = new URL('../../../scripts/local/stripe/start-stripe.ts', import.meta.url).href;

/** The stand-in in a process of its own, which can be killed. */
async function startProcess(file: string) {
  const options = { file, port: 0, secretKey: SECRET_KEY, webhook: null };
  const program = `const { startStripe } = await import('${START_STRIPE}');
    const options = ${JSON.stringify(options)};
    console.log((await startStripe({ ...options, nowMs: () => Date.now() })).url);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const url of createInterface({ input: child.stdout })) return { url, child };
  throw new Error('it did not start');
}

test('a restart keeps objects, books, keys, knobs and events that wait', async () => {
  const here = await scene();
  const account = await openAccount(here);
  const { session, intent, options } = await payNew(here, account);
  const keyed = { ...options, idempotencyKey: 'key' };
  const refund = await here.stripe().refunds.create({ payment_intent: intent, amount: 10 }, keyed);
  await here.control('events', { hold: true });
  await here.control('faults', { path: 'nothing', how: 'lost' });
  await here.control('disputes', { paymentIntent: intent });
  const seen = async () => ({
    books: await here.books(),
    faults: await here.faults(),
    held: (await here.deliveries()).filter(({ state }) => state === 'held'),
    session: (await here.stripe().checkout.sessions.retrieve(session.id, {}, options)).status,
  });
  const before = await seen();
  await here.restart();
  const after = await seen();
  const replayed = await here.stripe().refunds.create({ payment_intent: intent, amount: 10 }, keyed);
  expect(after).toEqual(before);
  expect(before.held).toMatchObject([{ type: 'charge.dispute.created' }]);
  expect([replayed.id, replayed.lastResponse.headers['idempotent-replayed']]).toEqual([refund.id, 'true']);
});

test('a line that a kill cut off is as if it had never been', async () => {
  const here = await scene();
  const account = await openAccount(here);
  await here.restart(() => appendFileSync(here.file, '[["sessions","cs_test_torn",{"account":'));
  const session = await here.stripe().checkout.sessions.create(sessionOf(here), { stripeAccount: account });
  await here.restart();
  const found = await here.stripe().checkout.sessions.list({}, { stripeAccount: account });
  expect(found.data.map(({ id }) => id)).toEqual([session.id]);
});

test('SIGKILL under load loses nothing that was answered, and no key is executed twice', async () => {
  const here = await scene();
  const file = `${here.file}.killed`;
  const first = await startProcess(file);
  const { id: stripeAccount } = await clientOf(first.url).accounts.create({
    type: 'standard',
    country: 'HK',
  });
  await fetch(`${first.url}/control/accounts/${stripeAccount}/onboard`, { method: 'POST', body: '{}' });
  const create = (url: string, key: string) =>
    clientOf(url).checkout.sessions.create(
      { ...sessionOf(here), client_reference_id: key, expires_at: Math.floor(Date.now() / 1000) + 3600 },
      { stripeAccount, idempotencyKey: key },
    );
  const answered = new Map<string, string>();
  const asked: string[] = [];
  const work = async (worker: number) => {
    for (let count = 0; !first.child.killed; count += 1) {
      const key = `${worker}/${count}`;
      asked.push(key);
      const session = await create(first.url, key).catch(() => null);
      if (session) answered.set(key, session.id);
    }
  };
  const workers = Array.from({ length: 8 }, (_, worker) => work(worker));
  await until(() => answered.size > 100);
  first.child.kill('SIGKILL');
  await Promise.all(workers);

  const second = await startProcess(file);
  const sessions = await clientOf(second.url)
    .checkout.sessions.list({ limit: 100 }, { stripeAccount })
    .autoPagingToArray({ limit: 10_000 });
  const kept = new Set(sessions.map(({ id }) => id));
  second.child.kill('SIGKILL');
  expect([...answered.values()].filter((id) => !kept.has(id))).toEqual([]);
  expect(new Set(sessions.map((session) => session.client_reference_id)).size).toBe(sessions.length);
  expect(sessions.length).toBeLessThanOrEqual(asked.length);
});
