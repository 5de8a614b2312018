import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { STRIPE_FIELDS } from './fields.ts';
import { openAccount, payNew, refusal, scene, sessionOf, until } from './scene.ts';

type Fields = { [name: string]: unknown };

const kindOf = (value: unknown) => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);

/** Whether an object has the field, of a type that it may have. */
function fits(object: Fields, path: string[], type: string): boolean {
  const [name = '', ...rest] = path;
  if (!(name in object)) return false;
  const value = object[name];
  if (rest.length > 0) return kindOf(value) === 'object' ? fits(value as Fields, rest, type) : value === null;
  const kind = kindOf(value);
  if (kind === 'null') return type.endsWith('?');
  return type.startsWith('any') || type.replace('?', '').split('|').includes(kind);
}

/** Fields of a kind of object that the given one lacks, or has of another type. */
function lacking(kind: string, object: unknown): string[] {
  const fields = (STRIPE_FIELDS[kind] ?? '').trim().split(/\s+/);
  return fields.filter((field) => {
    const [path = '', type = ''] = field.split(':');
    return !fits(object as Fields, path.split('.'), type);
  });
}

/** One of each kind, made through the package, after everything that can happen to a payment has. */
async function oneOfEach() {
  const here = await scene();
  const stripe = here.stripe();
  const account = await openAccount(here);
  const link = await stripe.accountLinks.create({
    account,
    refresh_url: 'http://console.localhost:8787/stripe/refresh',
    return_url: 'http://console.localhost:8787/stripe/return',
    type: 'account_onboarding',
  });
  const { session, intent, options } = await payNew(here, account);
  const refund = await stripe.refunds.create(
    { payment_intent: intent, amount: 1000, refund_application_fee: true },
    options,
  );
  await here.control('disputes', { paymentIntent: intent });
  const charge = (await stripe.charges.list({ payment_intent: intent }, options)).data[0];
  const event = await until(() => here.receiver.arrived[0]?.event);
  const fee = (await stripe.applicationFees.list({ charge: charge?.id ?? '' })).data[0];
  return {
    account: await stripe.accounts.retrieve(account),
    account_link: link,
    'checkout.session': session,
    payment_intent: await stripe.paymentIntents.retrieve(intent, {}, options),
    charge,
    refund,
    application_fee: fee,
    fee_refund: fee?.refunds.data[0],
    dispute: (await stripe.disputes.list({ payment_intent: intent }, options)).data[0],
    event,
    balance_transaction: (await stripe.balanceTransactions.list({ type: 'charge' }, options)).data[0],
    item: (await stripe.checkout.sessions.listLineItems(session.id, {}, options)).data[0],
  };
}

test('every object carries every field that Stripe’s own has, of the right type', async () => {
  const objects: Record<string, unknown> = await oneOfEach();
  const wrong = Object.keys(STRIPE_FIELDS).map((kind) => [
    kind,
    objects[kind] ? lacking(kind, objects[kind]) : 'none',
  ]);
  expect(wrong).toEqual(Object.keys(STRIPE_FIELDS).map((kind) => [kind, []]));
});

test('the walk over the fields notices one that is missing and one of another type', () => {
  const link = { object: 'account_link', created: '1', expires_at: 1 };
  expect(lacking('account_link', link)).toEqual(['created:number', 'url:string']);
});

test('an open session carries every field too, and lists are Stripe’s lists', async () => {
  const here = await scene();
  const account = await openAccount(here);
  const options = { stripeAccount: account };
  const session = await here.stripe().checkout.sessions.create(sessionOf(here), options);
  const { lastResponse: _, ...list } = await here.stripe().checkout.sessions.list({}, options);
  expect(lacking('checkout.session', session)).toEqual([]);
  expect(list).toEqual({
    object: 'list',
    data: [await here.stripe().checkout.sessions.retrieve(session.id, {}, options)],
    has_more: false,
    url: '/v1/checkout/sessions',
  });
});

test('a refusal is Stripe’s error: type, code, param, message, request id and log', async () => {
  const here = await scene();
  const error = await refusal(here.stripe().checkout.sessions.retrieve('cs_test_nothing'));
  expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
  expect({ ...(error.raw as Fields), headers: undefined }).toEqual({
    code: 'resource_missing',
    doc_url: 'https://stripe.com/docs/error-codes/resource-missing',
    message: "No such checkout.session: 'cs_test_nothing'",
    param: 'session',
    request_log_url: `https://dashboard.stripe.com/test/logs/${error.requestId}`,
    type: 'invalid_request_error',
    requestId: expect.stringMatching(/^req_\w{14}$/),
    statusCode: 404,
    headers: undefined,
  });
});

test('events are of the API version that the package speaks', async () => {
  const here = await scene();
  await openAccount(here);
  const event = await until(() => here.receiver.arrived[0]?.event);
  expect(event.api_version).toBe(Stripe.API_VERSION);
});
