import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { openAccount, payNew, refusal, type Scene, scene, sessionOf, until } from './scene.ts';

const paid = async (here: Scene) => payNew(here, await openAccount(here));

const typesArrived = ({ receiver }: Scene) => receiver.arrived.map(({ event }) => event.type as string);

test('refunds take from the charge until nothing is left, with their part of the fee', async () => {
  const here = await scene();
  const { intent, options } = await paid(here);
  const stripe = here.stripe();
  const metadata = { redemptionId: 'rdm_1' };
  const first = await stripe.refunds.create(
    { payment_intent: intent, amount: 6_670, refund_application_fee: true, metadata },
    options,
  );
  const tooMuch = await refusal(stripe.refunds.create({ payment_intent: intent, amount: 10_001 }, options));
  const rest = await stripe.refunds.create({ payment_intent: intent, refund_application_fee: true }, options);
  const none = await refusal(stripe.refunds.create({ payment_intent: intent, amount: 1 }, options));
  const charge = (await stripe.charges.list({ payment_intent: intent }, options)).data[0];
  const fee = (await stripe.applicationFees.list()).data[0];

  expect([first.status, first.metadata, first.amount, rest.amount]).toEqual([
    'succeeded',
    metadata,
    6_670,
    10_000,
  ]);
  expect([tooMuch.param, tooMuch.message]).toEqual([
    'amount',
    'Refund amount (CN¥100.01) is greater than unrefunded amount on charge (CN¥100.00)',
  ]);
  expect(none.code).toBe('charge_already_refunded');
  expect(charge).toMatchObject({ amount_refunded: 16_670, refunded: true });
  expect(charge?.refunds?.data.map(({ id }) => id)).toEqual([rest.id, first.id]);
  expect([fee?.refunds.data.map(({ amount }) => amount), fee?.refunded]).toEqual([[300, 200], true]);
  expect(await here.books()).toMatchObject([
    { charged: 16_670, refunded: 16_670, applicationFees: 500, applicationFeesRefunded: 500, net: 0 },
  ]);
});

test('without refund_application_fee the platform keeps its fee', async () => {
  const here = await scene();
  const { intent, options } = await paid(here);
  await here.stripe().refunds.create({ payment_intent: intent }, options);
  expect(await here.books()).toMatchObject([{ refunded: 16_670, applicationFeesRefunded: 0, net: -500 }]);
});

test('in a currency of three decimals a refund’s last digit is 0 too', async () => {
  const here = await scene();
  const { intent, options } = await payNew(here, await openAccount(here), sessionOf(here, 'kwd', 5_120, 50));
  const refused = await refusal(
    here.stripe().refunds.create({ payment_intent: intent, amount: 1_234 }, options),
  );
  const given = await here.stripe().refunds.create({ payment_intent: intent, amount: 1_230 }, options);
  expect([refused.param, given.amount, given.currency]).toEqual(['amount', 1_230, 'kwd']);
});

test('a pending refund succeeds or fails later, and a failed one can be given anew', async () => {
  const here = await scene();
  const { intent, options } = await paid(here);
  const stripe = here.stripe();
  await here.control('refund-mode', { mode: 'pending' });
  const [one, two] = [
    await stripe.refunds.create({ payment_intent: intent, amount: 1_000 }, options),
    await stripe.refunds.create({ payment_intent: intent, amount: 2_000 }, options),
  ];
  const whilePending = (await here.books())[0];
  await here.control(`refunds/${one.id}`, { status: 'succeeded' });
  await here.control(`refunds/${two.id}`, { status: 'failed' });
  const ended = (await stripe.refunds.list({ payment_intent: intent }, options)).data;
  const charge = (await stripe.charges.list({ payment_intent: intent }, options)).data[0];
  await until(() => typesArrived(here).includes('refund.failed'));
  await here.control('refund-mode', { mode: 'succeed' });
  const anew = await stripe.refunds.create({ payment_intent: intent, amount: 15_670 }, options);

  expect([one.status, two.status]).toEqual(['pending', 'pending']);
  expect(whilePending).toMatchObject({ refunded: 0, refundsPending: 3_000, net: 16_170 });
  expect(ended.map(({ id, status, failure_reason }) => [id, status, failure_reason])).toEqual([
    [two.id, 'failed', 'lost_or_stolen_card'],
    [one.id, 'succeeded', undefined],
  ]);
  expect(charge?.amount_refunded).toBe(1_000);
  expect(anew.status).toBe('succeeded');
  expect(await here.books()).toMatchObject([{ refunded: 16_670, refundsPending: 0, net: -500 }]);
});

test('a refund that had succeeded can still fail: the money is back with the account', async () => {
  const here = await scene();
  const { intent, options } = await paid(here);
  const { id } = await here.stripe().refunds.create({ payment_intent: intent, amount: 670 }, options);
  await here.control(`refunds/${id}`, { status: 'failed' });
  const failed = await here.stripe().refunds.retrieve(id, {}, options);
  expect([failed.status, failed.failure_balance_transaction]).toEqual([
    'failed',
    expect.stringMatching(/^txn_/),
  ]);
  expect(await here.books()).toMatchObject([{ refunded: 0, net: 16_170 }]);
});

test('a refund by the merchant in Stripe’s own pages is found by list and told by events', async () => {
  const here = await scene();
  const { intent, options } = await paid(here);
  const outside = await here.control<Stripe.Refund>('refunds', { paymentIntent: intent, amount: 670 });
  const listed = await here.stripe().refunds.list({ payment_intent: intent }, options);
  const event = await until(() => here.receiver.arrived.find((one) => one.event.type === 'charge.refunded'));
  expect(listed.data.map(({ id, amount, metadata }) => ({ id, amount, metadata }))).toEqual([
    { id: outside.id, amount: 670, metadata: {} },
  ]);
  expect(event.event).toMatchObject({
    account: options.stripeAccount,
    request: { id: null },
    data: { object: { payment_intent: intent, amount_refunded: 670 } },
  });
});

test('two refunds of the whole at once: one is given', async () => {
  const here = await scene();
  const { intent, options } = await paid(here);
  const refundAll = () => here.stripe().refunds.create({ payment_intent: intent, amount: 16_670 }, options);
  const ends = await Promise.allSettled([refundAll(), refundAll()]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await here.books()).toMatchObject([{ refunded: 16_670 }]);
});

test('a dispute takes the money until it is won, keeps it when lost, and bars refunds unless it was won', async () => {
  const here = await scene();
  const account = await openAccount(here);
  const [won, lost] = [await payNew(here, account), await payNew(here, account)];
  const dispute = (paymentIntent: string) => here.control<Stripe.Dispute>('disputes', { paymentIntent });
  const [first, second] = [await dispute(won.intent), await dispute(lost.intent)];
  const refused = await refusal(here.stripe().refunds.create({ payment_intent: lost.intent }, lost.options));
  const [open] = await here.books();
  await here.control(`disputes/${first.id}`, { status: 'won' });
  await here.control(`disputes/${second.id}`, { status: 'lost' });
  const [closed] = await here.books();
  const listed = await here.stripe().disputes.list({}, won.options);
  const afterwards = [
    (await here.stripe().refunds.create({ payment_intent: won.intent }, won.options)).status,
    (await refusal(here.stripe().refunds.create({ payment_intent: lost.intent }, lost.options))).code,
  ];
  await until(() => typesArrived(here).filter((type) => type === 'charge.dispute.closed').length === 2);

  expect([refused.code, ...afterwards]).toEqual(['charge_disputed', 'succeeded', 'charge_disputed']);
  expect([open, closed].map((books) => [books?.disputed, books?.net])).toEqual([
    [33_340, -1_000],
    [16_670, 15_670],
  ]);
  expect(listed.data.map(({ status }) => status)).toEqual(['lost', 'won']);
  expect(typesArrived(here).filter((type) => type === 'charge.dispute.created')).toHaveLength(2);
});

test('what was never paid cannot be refunded', async () => {
  const here = await scene();
  const options = { stripeAccount: await openAccount(here) };
  const session = await here.stripe().checkout.sessions.create(sessionOf(here), options);
  await here.page(session.url ?? '', { action: 'pay', card: 'declined' });
  const { data } = await here.stripe().paymentIntents.list({}, options);
  const refused = await refusal(here.stripe().refunds.create({ payment_intent: data[0]?.id ?? '' }, options));
  expect(refused.message).toContain('does not have a successful charge to refund');
});
