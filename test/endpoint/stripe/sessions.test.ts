import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS, openAccount, payNew, refusal, scene, sessionOf, until } from './scene.ts';

type Params = Stripe.Checkout.SessionCreateParams;

test('a session is open until its time comes by the local clock, and then nobody can pay it', async () => {
  const here = await scene();
  const options = { stripeAccount: await openAccount(here) };
  const session = await here.stripe().checkout.sessions.create(sessionOf(here), options);
  here.clock.nowMs += 40 * MINUTE_MS - 1000;
  const before = await here.stripe().checkout.sessions.retrieve(session.id, {}, options);
  here.clock.nowMs += 1000;
  const shown = await here.page(session.url ?? '');
  const pressed = await here.page(session.url ?? '', { action: 'pay', card: 'pays' });
  const after = await here.stripe().checkout.sessions.retrieve(session.id, {}, options);
  const event = await until(() =>
    here.receiver.arrived.find((one) => one.event.type === 'checkout.session.expired'),
  );
  expect([before.status, after.status, after.url, after.payment_status]).toEqual([
    'open',
    'expired',
    null,
    'unpaid',
  ]);
  expect([shown.text, pressed.text].every((text) => text.includes('This payment page has expired'))).toBe(
    true,
  );
  expect(event.event.data.object).toEqual(JSON.parse(JSON.stringify({ ...after, lastResponse: undefined })));
});

test('expire ends an open session once; a second time, and a paid one, are refused with the state', async () => {
  const here = await scene();
  const account = await openAccount(here);
  const paid = await payNew(here, account);
  const session = await here.stripe().checkout.sessions.create(sessionOf(here), paid.options);
  const expired = await here.stripe().checkout.sessions.expire(session.id, {}, paid.options);
  const again = await refusal(here.stripe().checkout.sessions.expire(session.id, {}, paid.options));
  const late = await refusal(here.stripe().checkout.sessions.expire(paid.session.id, {}, paid.options));
  expect([expired.status, expired.url]).toEqual(['expired', null]);
  expect([again.message, late.message].map((text) => /status of `(\w+)`/.exec(text)?.[1])).toEqual([
    'expired',
    'complete',
  ]);
});

test('what Stripe refuses of a new session is refused, each with its parameter', async () => {
  const here = await scene();
  const options = { stripeAccount: await openAccount(here) };
  const now = Math.floor(here.clock.nowMs / 1000);
  const priced = (currency: string, unitAmount: number): Partial<Params> => ({
    line_items: [
      { price_data: { currency, unit_amount: unitAmount, product_data: { name: 'Watch' } }, quantity: 1 },
    ],
    payment_intent_data: {},
  });
  const wrong: [string, Partial<Params>][] = [
    ['expires_at', { expires_at: now + 30 * 60 - 1 }],
    ['expires_at', { expires_at: now + 24 * 3600 + 1 }],
    ['success_url', { success_url: 'mianyu' }],
    ['line_items', { line_items: [] }],
    ['payment_method_types', { payment_method_types: ['card'] } as Partial<Params>],
    ['allowed_payment_method_types', { allowed_payment_method_types: ['konbini'] }],
    ['line_items[0][price_data][currency]', priced('xxx', 100)],
    ['line_items[0][price_data][unit_amount]', priced('kwd', 5_124)],
    [
      'payment_intent_data[application_fee_amount]',
      { payment_intent_data: { application_fee_amount: 16_671 } },
    ],
    ['client_reference_id', { client_reference_id: 'r'.repeat(201) }],
    ['metadata', { metadata: { text: 'x'.repeat(501) } }],
    ['coupon', { coupon: 'x' } as Partial<Params>],
  ];
  const refused = await Promise.all(
    wrong.map(([, change]) =>
      refusal(here.stripe().checkout.sessions.create({ ...sessionOf(here), ...change }, options)),
    ),
  );
  expect(refused.map(({ param }) => param)).toEqual(wrong.map(([param]) => param));
  const small = await Promise.all(
    [priced('cny', 399), priced('jpy', 49)].map((change) =>
      refusal(here.stripe().checkout.sessions.create({ ...sessionOf(here), ...change }, options)),
    ),
  );
  expect(small.map(({ code }) => code)).toEqual(['amount_too_small', 'amount_too_small']);
  expect((await here.stripe().checkout.sessions.list({}, options)).data).toEqual([]);
});

test('sessions are listed newest first, in pages, within bounds of their creation', async () => {
  const here = await scene();
  const options = { stripeAccount: await openAccount(here) };
  const made: Stripe.Checkout.Session[] = [];
  for (let minute = 0; minute < 5; minute += 1) {
    made.push(await here.stripe().checkout.sessions.create(sessionOf(here), options));
    here.clock.nowMs += MINUTE_MS;
  }
  const newestFirst = made.map(({ id }) => id).reverse();
  const [first, second] = [made[1]?.created ?? 0, made[3]?.created ?? 0];
  const { list } = here.stripe().checkout.sessions;
  const sessions = here.stripe().checkout.sessions;
  const page = await list.call(sessions, { limit: 2 }, options);
  const next = await list.call(sessions, { limit: 3, starting_after: page.data[1]?.id ?? '' }, options);
  const before = await list.call(sessions, { limit: 2, ending_before: newestFirst[3] ?? '' }, options);
  const between = await list.call(sessions, { created: { gte: first, lt: second } }, options);
  const all = await sessions.list({ limit: 2 }, options).autoPagingToArray({ limit: 100 });
  const ids = (found: { id: string }[]) => found.map(({ id }) => id);
  expect([ids(page.data), page.has_more]).toEqual([newestFirst.slice(0, 2), true]);
  expect([ids(next.data), next.has_more]).toEqual([newestFirst.slice(2), false]);
  expect([ids(before.data), before.has_more]).toEqual([newestFirst.slice(1, 3), true]);
  expect(ids(between.data)).toEqual([made[2]?.id, made[1]?.id]);
  expect(ids(all)).toEqual(newestFirst);
});

test('references are expanded on request, and nothing else can be', async () => {
  const here = await scene();
  const { session, intent, options } = await payNew(here, await openAccount(here));
  const grown = await here
    .stripe()
    .checkout.sessions.retrieve(
      session.id,
      { expand: ['payment_intent.latest_charge.application_fee', 'line_items'] },
      options,
    );
  const listed = await here.stripe().checkout.sessions.list({ expand: ['data.payment_intent'] }, options);
  const refused = await refusal(
    here.stripe().checkout.sessions.retrieve(session.id, { expand: ['colour'] }, options),
  );
  expect(grown).toMatchObject({
    payment_intent: { id: intent, latest_charge: { amount: 16_670, application_fee: { amount: 500 } } },
    line_items: { data: [{ description: 'Watch', amount_total: 16_670 }] },
  });
  expect(listed.data).toMatchObject([{ payment_intent: { id: intent } }]);
  expect(refused.message).toBe('This property cannot be expanded (colour).');
});

test('paying and expiring at once: one of them wins, in a hundred tries', async () => {
  const here = await scene();
  const options = { stripeAccount: await openAccount(here) };
  const ends = { complete: 0, expired: 0 };
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const session = await here.stripe().checkout.sessions.create(sessionOf(here), options);
    const paying = here.page(session.url ?? '', { action: 'pay', card: 'pays' });
    // A page's connection is new and takes a few turns: sooner and later, each comes first at times.
    for (let turn = 0; turn < attempt % 8; turn += 1) await new Promise(setImmediate);
    const said = await here
      .stripe()
      .checkout.sessions.expire(session.id, {}, options)
      .then(() => 'expired' as const)
      .catch(() => 'complete' as const);
    await paying;
    const after = await here.stripe().checkout.sessions.retrieve(session.id, {}, options);
    expect([after.status, after.payment_status]).toEqual(
      said === 'expired' ? ['expired', 'unpaid'] : ['complete', 'paid'],
    );
    ends[said] += 1;
  }
  const [books] = await here.books();
  expect(books?.charged).toBe(ends.complete * 16_670);
  expect(ends.complete > 0 && ends.expired > 0).toBe(true);
});

test('a session without a time of its own lives a day', async () => {
  const here = await scene();
  const { expires_at: _, ...params } = sessionOf(here);
  const session = await here
    .stripe()
    .checkout.sessions.create(params, { stripeAccount: await openAccount(here) });
  expect(session.expires_at * 1000).toBe(here.clock.nowMs + 24 * HOUR_MS);
});
