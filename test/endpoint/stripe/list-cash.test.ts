import { expect, test } from 'vitest';
import { listCash } from '../../../src/stripe/list-cash.ts';
import { stripeClient } from '../../../src/stripe/stripe-client.ts';
import { HOUR_MS, openAccount, payNew, SECRET_KEY, scene, sessionOf } from './scene.ts';

/** More than a page of Stripe's holds. */
const CHARGES = 101;

async function shop() {
  const here = await scene();
  const accountId = await openAccount(here);
  const client = () => stripeClient({ secretKey: SECRET_KEY, apiBase: here.url() });
  const list = () => listCash(client(), accountId, here.clock.nowMs - HOUR_MS);
  const metadata = (redemptionId: string) => ({ tenantId: 'ten_1', redemptionId });
  const pay = (redemptionId: string, currency = 'cny', amount = 500) => {
    const params = sessionOf(here, currency, amount, 0);
    return payNew(here, accountId, {
      ...params,
      payment_intent_data: { metadata: metadata(redemptionId) },
    });
  };
  return { ...here, accountId, list, pay };
}

test('every charge and refund is listed, page after page, with whose it is', async () => {
  const { pay, list, control } = await shop();
  const intents: string[] = [];
  for (let number = 0; number < CHARGES; number += 1) intents.push((await pay(`rdm_${number}`)).intent);
  await control('refunds', { paymentIntent: intents[0], amount: 200 });
  const listed = await list();
  expect(listed?.charges.map(({ redemptionId }) => redemptionId).toReversed()).toEqual(
    intents.map((_, number) => `rdm_${number}`),
  );
  expect(listed?.charges.at(-1)).toMatchObject({
    ...{ paymentIntentId: intents[0], amountMinor: 500, currency: 'CNY', tenantId: 'ten_1' },
  });
  expect(listed?.refunds).toMatchObject([
    { paymentIntentId: intents[0], amountMinor: 200, currency: 'CNY', status: 'succeeded' },
  ]);
});

test('amounts are minor units in currencies that Stripe writes otherwise', async () => {
  const { pay, list } = await shop();
  await pay('rdm_1', 'isk', 150_000);
  await pay('rdm_2', 'jpy', 500);
  await pay('rdm_3', 'kwd', 1_230);
  expect((await list())?.charges.map(({ amountMinor, currency }) => [amountMinor, currency])).toEqual([
    [1_230, 'KWD'],
    [500, 'JPY'],
    [1_500, 'ISK'],
  ]);
});

test('a refund that failed is told as failed, and for a while as failed lately', async () => {
  const { pay, list, control, clock } = await shop();
  const { intent } = await pay('rdm_1');
  const { id } = await control<{ id: string }>('refunds', { paymentIntent: intent, amount: 200 });
  await control(`refunds/${id}`, { status: 'failed' });
  expect(await list()).toMatchObject({ refunds: [{ status: 'failed' }], failedLately: [id] });
  clock.nowMs += HOUR_MS + 1_000;
  expect(await list()).toMatchObject({ refunds: [{ status: 'failed' }], failedLately: [] });
});

test('a declined card is no cash; an account that took its access away is not listed', async () => {
  const here = await shop();
  const { list, accountId, control } = here;
  const asked = { stripeAccount: accountId };
  const session = await here.stripe().checkout.sessions.create(sessionOf(here), asked);
  await control(`sessions/${session.id}/pay`, { card: 'declined' });
  expect(await list()).toEqual({ charges: [], refunds: [], failedLately: [] });
  await control(`accounts/${accountId}/deauthorise`, {});
  expect(await list()).toBe(null);
});

test('a request that is lost is sent again', async () => {
  const { list, pay, control, faults } = await shop();
  await pay('rdm_1');
  await control('faults', { how: 'lost', path: '/v1/charges', times: 2 });
  expect((await list())?.charges).toHaveLength(1);
  expect((await faults()).faults).toEqual([]);
});
