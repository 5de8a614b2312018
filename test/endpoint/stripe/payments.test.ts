import { expect, test } from 'vitest';
import { openAccount, payNew, type Scene, scene, sessionOf, until } from './scene.ts';

/** What became of a session and its payment. */
async function stateOf({ stripe }: Scene, id: string, options: { stripeAccount: string }) {
  const session = await stripe().checkout.sessions.retrieve(id, { expand: ['payment_intent'] }, options);
  const intent = typeof session.payment_intent === 'object' ? session.payment_intent : null;
  return {
    session: session.status,
    paid: session.payment_status,
    intent: intent?.status,
    received: intent?.amount_received,
    error: intent?.last_payment_error?.code,
  };
}

const opened = async (here: Scene) => {
  const options = { stripeAccount: await openAccount(here) };
  const session = await here.stripe().checkout.sessions.create(sessionOf(here), options);
  return { id: session.id, url: session.url ?? '', options };
};

const typesArrived = ({ receiver }: Scene) => receiver.arrived.map(({ event }) => event.type as string);

test('paying on the page makes intent, charge, fee and balance, and leads back with the session’s id', async () => {
  const here = await scene();
  const { id, url, options } = await opened(here);
  const shown = await here.page(url);
  const pressed = await here.page(url, { action: 'pay', card: 'pays', email: 'ming@example.com' });
  const session = await here
    .stripe()
    .checkout.sessions.retrieve(
      id,
      { expand: ['payment_intent.latest_charge.balance_transaction'] },
      options,
    );
  expect(shown.text).toContain('CN¥166.70');
  expect(pressed.location).toBe(`http://shop.localhost:8787/redemptions/rdm_1?session=${id}`);
  expect(session).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    url: null,
    client_reference_id: 'rdm_1',
    customer_details: { email: 'ming@example.com' },
    payment_intent: {
      status: 'succeeded',
      amount_received: 16_670,
      application_fee_amount: 500,
      metadata: { redemptionId: 'rdm_1' },
      latest_charge: {
        paid: true,
        metadata: { redemptionId: 'rdm_1' },
        balance_transaction: { amount: 16_670, fee: 500, net: 16_170, currency: 'cny' },
      },
    },
  });
});

test.for([
  ['jpy', 167, 'pays ¥167'],
  ['cny', 16_670, 'pays CN¥166.70'],
  ['kwd', 5_120, 'pays KWD 5.120'],
] as const)(
  '%s: %i is charged to the unit and shown as people write it',
  async ([currency, amount, text]) => {
    const here = await scene();
    const account = await openAccount(here, 'JP');
    const options = { stripeAccount: account };
    const session = await here
      .stripe()
      .checkout.sessions.create(sessionOf(here, currency, amount, 10), options);
    const shown = await here.page(session.url ?? '');
    await here.page(session.url ?? '', { action: 'pay', card: 'pays' });
    const books = await here.books();
    expect(shown.text.replaceAll(/\s/g, ' ')).toContain(text.replace('pays ', ''));
    expect(books).toMatchObject([
      { account, currency, charged: amount, applicationFees: 10, net: amount - 10 },
    ]);
  },
);

test('a declined card leaves the session open, says so, and another card pays it', async () => {
  const here = await scene();
  const { id, url, options } = await opened(here);
  const declined = await here.page(url, { action: 'pay', card: 'declined' });
  const afterDecline = await stateOf(here, id, options);
  const shown = await here.page(declined.location ?? '');
  await here.page(url, { action: 'pay', card: 'pays' });
  expect(afterDecline).toEqual({
    session: 'open',
    paid: 'unpaid',
    intent: 'requires_payment_method',
    received: 0,
    error: 'card_declined',
  });
  expect([declined.status, declined.location]).toEqual([303, url]);
  expect(shown.text).toContain('Your card was declined');
  expect(await stateOf(here, id, options)).toMatchObject({ session: 'complete', intent: 'succeeded' });
  await until(() => typesArrived(here).includes('checkout.session.completed'));
  expect(typesArrived(here)).toContain('payment_intent.payment_failed');
  expect((await here.books())[0]?.payments).toHaveLength(1);
});

test('3-D Secure: confirmed pays, refused and abandoned leave the session open', async () => {
  const here = await scene();
  const { id, url, options } = await opened(here);
  const challenge = await here.page(url, { action: 'pay', card: 'challenged' });
  const asked = await here.page(challenge.location ?? '');
  const abandoned = await stateOf(here, id, options);
  await here.page(challenge.location ?? '', { action: 'refuse' });
  const refused = await stateOf(here, id, options);
  await here.page(url, { action: 'pay', card: 'challenged' });
  const confirmed = await here.page(challenge.location ?? '', { action: 'confirm' });
  expect(asked.text).toContain('Your bank asks');
  expect([abandoned, refused].map(({ session, intent, error }) => [session, intent, error])).toEqual([
    ['open', 'requires_action', undefined],
    ['open', 'requires_payment_method', 'payment_intent_authentication_failure'],
  ]);
  expect(confirmed.location).toContain('/redemptions/rdm_1?session=');
  expect(await stateOf(here, id, options)).toMatchObject({ session: 'complete', intent: 'succeeded' });
});

test('leaving goes back to the shop and changes nothing', async () => {
  const here = await scene();
  const { id, url, options } = await opened(here);
  const left = await here.page(url, { action: 'leave' });
  expect(left.location).toBe('http://shop.localhost:8787/redemptions/rdm_1');
  expect(await stateOf(here, id, options)).toMatchObject({ session: 'open', paid: 'unpaid' });
});

test('a payment that was begun is cancelled when its session expires', async () => {
  const here = await scene();
  const { id, url, options } = await opened(here);
  const challenge = await here.page(url, { action: 'pay', card: 'challenged' });
  await here.stripe().checkout.sessions.expire(id, {}, options);
  const confirmed = await here.page(challenge.location ?? '', { action: 'confirm' });
  expect(confirmed.text).toContain('This payment page has expired');
  expect(await stateOf(here, id, options)).toMatchObject({ session: 'expired', intent: 'canceled' });
  expect(await here.books()).toEqual([]);
});

test('pressing pay twice pays once', async () => {
  const here = await scene();
  const { url } = await opened(here);
  const pay = () => here.page(url, { action: 'pay', card: 'pays' });
  const pressed = await Promise.all([pay(), pay(), pay()]);
  expect(new Set(pressed.map(({ location }) => location)).size).toBe(1);
  expect(await here.books()).toMatchObject([{ charged: 16_670, payments: [{ amount: 16_670 }] }]);
});

test('the page speaks the session’s language', async () => {
  const here = await scene();
  const options = { stripeAccount: await openAccount(here) };
  const shown = await Promise.all(
    (['zh', 'zh-TW', 'auto', 'fr'] as const).map(async (locale) => {
      const params = { ...sessionOf(here), locale };
      const { url } = await here.stripe().checkout.sessions.create(params, options);
      return /<html lang="([^"]+)">/.exec((await here.page(url ?? '')).text)?.[1];
    }),
  );
  expect(shown).toEqual(['zh-CN', 'zh-TW', 'en', 'en']);
});

test('what a merchant named its product cannot run in the page', async () => {
  const here = await scene();
  const options = { stripeAccount: await openAccount(here) };
  const params = sessionOf(here);
  const price = { currency: 'cny', unit_amount: 1000, product_data: { name: '<script>alert(1)</script>' } };
  const session = await here
    .stripe()
    .checkout.sessions.create({ ...params, line_items: [{ price_data: price, quantity: 2 }] }, options);
  const { text } = await here.page(session.url ?? '');
  expect([text.includes('&lt;script&gt;'), text.includes('<script>')]).toEqual([true, false]);
  expect(session.amount_total).toBe(2000);
});

test('intents and charges are listed for their account alone', async () => {
  const here = await scene();
  const [mine, other] = [await openAccount(here), await openAccount(here)];
  const { intent } = await payNew(here, mine);
  const list = async (stripeAccount: string) => {
    const intents = await here.stripe().paymentIntents.list({}, { stripeAccount });
    const charges = await here.stripe().charges.list({ payment_intent: intent }, { stripeAccount });
    return [intents.data.map(({ id }) => id), charges.data.map(({ amount }) => amount)];
  };
  expect([await list(mine), await list(other)]).toEqual([
    [[intent], [16_670]],
    [[], []],
  ]);
});
