import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { EVENT_TYPES } from '../../../src/stripe/event-subject.ts';
import { HOUR_MS, openAccount, payNew, refusal, type Scene, scene, until, WEBHOOK_SECRET } from './scene.ts';

const typesArrived = ({ receiver }: Scene) => receiver.arrived.map(({ event }) => event.type as string);

const PAID = [
  'payment_intent.created',
  'charge.succeeded',
  'payment_intent.succeeded',
  'checkout.session.completed',
];

/** An account whose own events have arrived, so that only what follows is counted. */
async function ready(here: Scene): Promise<string> {
  const account = await openAccount(here);
  await until(() => typesArrived(here).includes('account.updated'));
  here.receiver.arrived.length = 0;
  return account;
}

test('events are signed so that the package takes them for five minutes and nobody else’s ever', async () => {
  const here = await scene();
  await openAccount(here);
  const { body, signature } = await until(() => here.receiver.arrived[0]);
  const { webhooks } = here.stripe();
  const at = (ms: number, secret = WEBHOOK_SECRET, text = body) =>
    webhooks.constructEventAsync(text, signature, secret, undefined, undefined, here.clock.nowMs + ms);
  expect(await at(300_000)).toMatchObject({ object: 'event', type: 'account.updated' });
  await expect(at(301_000)).rejects.toBeInstanceOf(Stripe.errors.StripeSignatureVerificationError);
  await expect(at(0, 'whsec_other')).rejects.toBeInstanceOf(Stripe.errors.StripeSignatureVerificationError);
  await expect(at(0, WEBHOOK_SECRET, `${body} `)).rejects.toBeInstanceOf(
    Stripe.errors.StripeSignatureVerificationError,
  );
});

test('a payment’s events name the account and show the objects as they were', async () => {
  const here = await scene();
  const account = await ready(here);
  const { session } = await payNew(here, account);
  const completed = await until(() =>
    here.receiver.arrived.find(({ event }) => event.type === 'checkout.session.completed'),
  );
  expect(completed.event).toMatchObject({ account, livemode: false, request: { id: null } });
  expect(completed.event.data.object).toEqual(
    JSON.parse(JSON.stringify({ ...session, lastResponse: undefined })),
  );
  expect(
    (await here.stripe().events.list({ type: 'checkout.session.completed' }, { stripeAccount: account }))
      .data,
  ).toHaveLength(1);
});

test('what the webhook does not take is brought again by the local clock, at most for three days', async () => {
  const here = await scene();
  here.receiver.answers.push(500, 404);
  await openAccount(here);
  const state = async () => (await here.deliveries())[0];
  await until(async () => (await state())?.attempts.length === 1);
  here.clock.nowMs += 5_000;
  await until(async () => (await state())?.attempts.length === 2);
  const between = await state();
  here.clock.nowMs += 15_000;
  const end = await until(async () => ((await state())?.state === 'delivered' ? state() : undefined));
  expect([between?.state, between?.attempts.map(({ status }) => status)]).toEqual(['waiting', [500, 404]]);
  expect(end.attempts).toHaveLength(3);
  expect(new Set(here.receiver.arrived.map(({ event }) => event.id)).size).toBe(1);
});

test('a webhook that is away for good is given up after three days', async () => {
  const here = await scene();
  here.receiver.answers.push(...Array.from({ length: 40 }, () => 503));
  await openAccount(here);
  const begunMs = here.clock.nowMs;
  const end = await until(async () => {
    here.clock.nowMs += HOUR_MS;
    const [delivery] = await here.deliveries();
    return delivery?.state === 'given_up' ? delivery : undefined;
  });
  expect(end.attempts).toHaveLength(13);
  expect((end.attempts.at(-1)?.atMs ?? 0) - begunMs).toBeGreaterThan(69 * HOUR_MS);
});

test('events can be doubled, lost and delayed for days', async () => {
  const here = await scene();
  const account = await ready(here);
  await here.control('events', { duplicates: 2, types: ['checkout.session.completed'] });
  await payNew(here, account);
  await until(() => typesArrived(here).length === 6);
  const doubled = typesArrived(here).sort();
  here.receiver.arrived.length = 0;
  await here.control('events/plain', {});
  await here.control('events', { loseEvery: 1, types: ['checkout.session.completed'] });
  await payNew(here, account);
  await until(() => typesArrived(here).length === 3);
  const lost = typesArrived(here).sort();
  here.receiver.arrived.length = 0;
  await here.control('events/plain', {});
  await here.control('events', { delayMs: 72 * HOUR_MS });
  await payNew(here, account);
  here.clock.nowMs += 72 * HOUR_MS - 1;
  const early = typesArrived(here);
  here.clock.nowMs += 1;
  await until(() => typesArrived(here).length === 4);
  expect(doubled).toEqual([...PAID, 'checkout.session.completed', 'checkout.session.completed'].sort());
  expect(lost).toEqual(PAID.filter((type) => type !== 'checkout.session.completed').sort());
  expect(early).toEqual([]);
});

test('held events leave at a flush, in the other order when that is asked for', async () => {
  const here = await scene();
  const account = await ready(here);
  await here.control('events', { hold: true });
  await payNew(here, account);
  const held = (await here.deliveries()).filter(({ state }) => state === 'held');
  await here.control('events/flush', { order: 'reverse' });
  await until(() => typesArrived(here).length === 4);
  expect(held.map(({ type }) => type)).toEqual(PAID);
  expect(typesArrived(here)).toEqual([...PAID].reverse());
});

test('an event is delivered once more when somebody asks for it', async () => {
  const here = await scene();
  await openAccount(here);
  const { event } = await until(() => here.receiver.arrived[0]);
  await here.control(`events/${event.id}/deliver`, {});
  const again = await until(() => here.receiver.arrived[1]);
  expect({ ...again.event, pending_webhooks: 1 }).toEqual(event);
});

test('events are listed by several types at once, as the search for lost ones asks for them', async () => {
  const here = await scene();
  const account = await ready(here);
  await payNew(here, account);
  const types = [...EVENT_TYPES];
  const { data } = await here.stripe().events.list({ types, limit: 100 }, { stripeAccount: account });
  expect(data.map(({ type }) => type).sort()).toEqual([
    'account.updated',
    'checkout.session.completed',
    'payment_intent.succeeded',
  ]);
  const twice = { type: 'account.updated', types };
  expect((await refusal(here.stripe().events.list(twice, { stripeAccount: account }))).statusCode).toBe(400);
});
