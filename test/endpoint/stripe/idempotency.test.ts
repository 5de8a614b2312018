import { expect, test } from 'vitest';
import { HOUR_MS, openAccount, payNew, refusal, scene, sessionOf, until } from './scene.ts';

test('the same key and parameters give the first answer again, and say so', async () => {
  const here = await scene();
  const options = { stripeAccount: await openAccount(here), idempotencyKey: 'rdm_1:1' };
  const params = sessionOf(here);
  const first = await here.stripe().checkout.sessions.create(params, options);
  here.clock.nowMs += 35 * 60_000;
  const again = await here.stripe().checkout.sessions.create(params, options);
  const headers = [first, again].map(({ lastResponse }) => ({
    replayed: lastResponse.headers['idempotent-replayed'],
    original: lastResponse.headers['original-request'],
  }));
  expect({ ...again, lastResponse: null }).toEqual({ ...first, lastResponse: null });
  expect(headers).toEqual([
    { replayed: undefined, original: undefined },
    { replayed: 'true', original: first.lastResponse.requestId },
  ]);
});

test('the same key with other parameters, or for something else, is an idempotency_error', async () => {
  const here = await scene();
  const { intent, options } = await payNew(here, await openAccount(here));
  const keyed = { ...options, idempotencyKey: 'key' };
  await here.stripe().refunds.create({ payment_intent: intent, amount: 1_000 }, keyed);
  const refused = [
    await refusal(here.stripe().refunds.create({ payment_intent: intent, amount: 1_010 }, keyed)),
    await refusal(here.stripe().checkout.sessions.create(sessionOf(here), keyed)),
  ];
  expect(refused.map(({ type, statusCode }) => [type, statusCode])).toEqual([
    ['StripeIdempotencyError', 400],
    ['StripeIdempotencyError', 400],
  ]);
  expect((await here.stripe().refunds.list({}, options)).data).toHaveLength(1);
});

test('each account has its own keys', async () => {
  const here = await scene();
  const [mine, other] = [await openAccount(here), await openAccount(here)];
  const create = (stripeAccount: string) =>
    here.stripe().checkout.sessions.create(sessionOf(here), { stripeAccount, idempotencyKey: 'key' });
  const [first, second] = [await create(mine), await create(other)];
  expect(first.id).not.toBe(second.id);
});

test('a request whose key is still being executed is a conflict, and later has the first one’s answer', async () => {
  const here = await scene();
  const options = { stripeAccount: await openAccount(here), idempotencyKey: 'key' };
  const create = () => here.stripe().checkout.sessions.create(sessionOf(here), options);
  await here.control('faults', { method: 'POST', path: 'sessions$', how: 'stall' });
  const first = create();
  await until(async () => (await here.faults()).stalled === 1);
  const conflict = await refusal(create());
  await here.control('faults/release', {});
  const [made, later] = [await first, await create()];
  expect([conflict.statusCode, conflict.code]).toEqual([409, 'idempotency_key_in_use']);
  expect(later.id).toBe(made.id);
});

test('what failed its checks is not kept, what failed in execution is', async () => {
  const here = await scene();
  const { intent, options } = await payNew(here, await openAccount(here));
  const refund = (amount: number, idempotencyKey: string) =>
    here.stripe().refunds.create({ payment_intent: intent, amount }, { ...options, idempotencyKey });
  const unchecked = await refusal(refund(0, 'checks'));
  const checked = await refund(1_000, 'checks');
  const tooMuch = await refusal(refund(16_000, 'execution'));
  const replayed = await refusal(refund(16_000, 'execution'));
  expect([unchecked.code, checked.amount]).toEqual(['parameter_invalid_integer', 1_000]);
  expect([tooMuch.headers?.['idempotent-replayed'], replayed.headers?.['idempotent-replayed']]).toEqual([
    undefined,
    'true',
  ]);
  expect(replayed.message).toBe(tooMuch.message);
});

test('a saved 500 is replayed for as long as keys are kept, with and without its effect', async () => {
  const here = await scene();
  const options = { stripeAccount: await openAccount(here) };
  const create = (idempotencyKey: string) =>
    here.stripe().checkout.sessions.create(sessionOf(here), { ...options, idempotencyKey });
  await here.control('faults', { method: 'POST', path: 'sessions$', how: 'saved-500' });
  await here.control('faults', { method: 'POST', path: 'sessions$', how: 'saved-500-after' });
  const without = [await refusal(create('without')), await refusal(create('without'))];
  const none = (await here.stripe().checkout.sessions.list({}, options)).data;
  const withEffect = [await refusal(create('with')), await refusal(create('with'))];
  const one = (await here.stripe().checkout.sessions.list({}, options)).data;
  expect([...without, ...withEffect].map(({ statusCode }) => statusCode)).toEqual([500, 500, 500, 500]);
  expect([without[1], withEffect[1]].map((error) => error?.headers?.['idempotent-replayed'])).toEqual([
    'true',
    'true',
  ]);
  expect([none.length, one.map(({ client_reference_id }) => client_reference_id)]).toEqual([0, ['rdm_1']]);
});

test('keys are forgotten after a day and not before', async () => {
  const here = await scene();
  const { intent, options } = await payNew(here, await openAccount(here));
  const refund = () =>
    here
      .stripe()
      .refunds.create({ payment_intent: intent, amount: 1_000 }, { ...options, idempotencyKey: 'key' });
  const first = await refund();
  here.clock.nowMs += 24 * HOUR_MS - 1;
  const kept = await refund();
  here.clock.nowMs += 1;
  const forgotten = await refund();
  expect([kept.id === first.id, forgotten.id === first.id]).toEqual([true, false]);
});
