import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { localFetch } from '../../../scripts/local/local-fetch.ts';
import type { NotedRequest } from '../../../scripts/local/stripe/stand-in.ts';
import { clientOf, openAccount, refusal, type Scene, scene, sessionOf } from './scene.ts';

const sessionsOf = async ({ stripe }: Scene, options: { stripeAccount: string }) =>
  (await stripe().checkout.sessions.list({}, options)).data.length;

/** The package repeats once by itself when a connection breaks, so a lost request is lost twice. */
const BROKEN = { method: 'POST', path: 'sessions$', times: 2 };

test('a lost request has no effect, a lost reply has', async () => {
  const here = await scene();
  const options = { stripeAccount: await openAccount(here) };
  const create = (idempotencyKey: string) =>
    here.stripe().checkout.sessions.create(sessionOf(here), { ...options, idempotencyKey });
  await here.control('faults', { ...BROKEN, how: 'lost' });
  const lost = await refusal(create('lost'));
  const afterLost = await sessionsOf(here, options);
  await here.control('faults', { ...BROKEN, how: 'reply-lost' });
  const replyLost = await refusal(create('reply'));
  const afterReply = await sessionsOf(here, options);
  const again = await create('reply');
  expect([lost, replyLost].every((error) => error instanceof Stripe.errors.StripeConnectionError)).toBe(true);
  expect([afterLost, afterReply, await sessionsOf(here, options)]).toEqual([0, 1, 1]);
  expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
});

test('an outage lasts until it is cleared and the package’s own repeats get through afterwards', async () => {
  const here = await scene();
  const options = { stripeAccount: await openAccount(here) };
  await here.control('faults', { how: 'lost', times: null });
  const refused = await refusal(here.stripe().checkout.sessions.create(sessionOf(here), options));
  await here.control('faults/clear', {});
  expect(refused).toBeInstanceOf(Stripe.errors.StripeConnectionError);
  expect((await here.stripe().checkout.sessions.create(sessionOf(here), options)).status).toBe('open');
});

test('too many requests and an unavailable service change nothing and are not kept', async () => {
  const here = await scene();
  const options = { stripeAccount: await openAccount(here), idempotencyKey: 'key' };
  await here.control('faults', { path: 'sessions$', how: 'rate-limited' });
  await here.control('faults', { path: 'sessions$', how: 'unavailable' });
  const create = () => here.stripe().checkout.sessions.create(sessionOf(here), options);
  const refused = [await refusal(create()), await refusal(create())];
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([429, 503]);
  expect((await create()).status).toBe('open');
});

test('a fault meets the requests it names and no others', async () => {
  const here = await scene();
  const [mine, other] = [await openAccount(here), await openAccount(here)];
  await here.control('faults', { method: 'POST', account: other, how: 'unavailable', times: 5 });
  await here.stripe().checkout.sessions.create(sessionOf(here), { stripeAccount: mine });
  await here.stripe().checkout.sessions.list({}, { stripeAccount: other });
  const met = await refusal(
    here.stripe().checkout.sessions.create(sessionOf(here), { stripeAccount: other }),
  );
  expect([met.statusCode, (await here.faults()).faults[0]?.times]).toEqual([503, 4]);
});

test('what was sent can be looked at: parameters, account, key and answer', async () => {
  const here = await scene();
  const options = { stripeAccount: await openAccount(here), idempotencyKey: 'rdm_1:1' };
  await here.stripe().checkout.sessions.create(sessionOf(here), options);
  const sent = (await here.control<NotedRequest[]>('requests')).at(-1);
  expect(sent).toMatchObject({
    method: 'POST',
    path: '/v1/checkout/sessions',
    account: options.stripeAccount,
    idempotencyKey: 'rdm_1:1',
    status: 200,
  });
  expect(new URLSearchParams(sent?.parameters).get('client_reference_id')).toBe('rdm_1');
});

test('knobs are out of reach for pages, and the API for those without its key', async () => {
  const here = await scene();
  const fromPage = await localFetch(`${here.url()}/control/books`, {
    headers: { origin: 'http://elsewhere.example' },
  });
  const rebound = await localFetch(`${here.url().replace('127.0.0.1', 'rebound.localhost')}/control/books`);
  const keyless = await localFetch(`${here.url()}/v1/accounts/acct_1`);
  const unknown = await refusal(clientOf(here.url()).customers.create({}));
  expect([fromPage.status, rebound.status, keyless.status, unknown.statusCode]).toEqual([403, 403, 401, 404]);
});
