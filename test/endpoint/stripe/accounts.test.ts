import { expect, test } from 'vitest';
import { clientOf, openAccount, refusal, scene, sessionOf, until } from './scene.ts';

const LINK = {
  refresh_url: 'http://console.localhost:8787/stripe/refresh',
  return_url: 'http://console.localhost:8787/stripe/return',
  type: 'account_onboarding',
} as const;

test('a merchant is onboarded on the hosted page and may then charge and is paid out', async () => {
  const here = await scene();
  const before = await here
    .stripe()
    .accounts.create({ type: 'standard', country: 'JP', email: 'a@example.com' });
  const link = await here.stripe().accountLinks.create({ account: before.id, ...LINK });
  const shown = await here.page(link.url);
  const pressed = await here.page(link.url, { action: 'complete' });
  const after = await here.stripe().accounts.retrieve(before.id);
  const event = await until(() => here.receiver.arrived[0]?.event);

  const states = [before, after].map((account) => ({
    charges: account.charges_enabled,
    payouts: account.payouts_enabled,
    details: account.details_submitted,
    due: account.requirements?.currently_due?.length,
    currency: account.default_currency,
  }));
  expect(states).toEqual([
    { charges: false, payouts: false, details: false, due: 6, currency: 'jpy' },
    { charges: true, payouts: true, details: true, due: 0, currency: 'jpy' },
  ]);
  expect([shown.status, pressed.status, pressed.location]).toEqual([200, 303, LINK.return_url]);
  expect(event).toMatchObject({
    type: 'account.updated',
    account: before.id,
    data: {
      object: { id: before.id, charges_enabled: true },
      previous_attributes: { charges_enabled: false },
    },
  });
});

test('who leaves onboarding comes back unchanged, and a link opens once and for five minutes', async () => {
  const here = await scene();
  const { id } = await here.stripe().accounts.create({ type: 'express', country: 'US' });
  const link = await here.stripe().accountLinks.create({ account: id, ...LINK });
  await here.page(link.url);
  const left = await here.page(link.url, { action: 'leave' });
  const again = await here.page(link.url);
  const late = await here.stripe().accountLinks.create({ account: id, ...LINK });
  here.clock.nowMs += 5 * 60_000 + 1;
  const expired = await here.page(late.url);
  expect([left.location, again.location, expired.location]).toEqual([
    LINK.return_url,
    LINK.refresh_url,
    LINK.refresh_url,
  ]);
  expect((await here.stripe().accounts.retrieve(id)).charges_enabled).toBe(false);
});

test('where Stripe takes no merchants an account is refused: country_unsupported', async () => {
  const here = await scene();
  const refused = await Promise.all(
    ['CN', 'TW', 'KW'].map((country) =>
      refusal(here.stripe().accounts.create({ type: 'standard', country })),
    ),
  );
  expect(refused.map(({ code, param, statusCode }) => ({ code, param, statusCode }))).toEqual(
    refused.map(() => ({ code: 'country_unsupported', param: 'country', statusCode: 400 })),
  );
});

test('a disabled account charges nothing until it is enabled again', async () => {
  const here = await scene();
  const account = await openAccount(here);
  await here.control(`accounts/${account}/disable`, { reason: 'rejected.other' });
  const disabled = await here.stripe().accounts.retrieve(account);
  const refused = await refusal(
    here.stripe().checkout.sessions.create(sessionOf(here), { stripeAccount: account }),
  );
  expect([disabled.charges_enabled, disabled.requirements?.disabled_reason]).toEqual([
    false,
    'rejected.other',
  ]);
  expect(refused.message).toBe('Your account cannot currently make charges.');
  await here.control(`accounts/${account}/onboard`, {});
  const session = await here.stripe().checkout.sessions.create(sessionOf(here), { stripeAccount: account });
  expect(session.status).toBe('open');
});

test('after deauthorisation every request on the account is refused, and the event says who', async () => {
  const here = await scene();
  const account = await openAccount(here);
  await here.control(`accounts/${account}/deauthorise`, {});
  const refused = [
    await refusal(here.stripe().accounts.retrieve(account)),
    await refusal(here.stripe().checkout.sessions.list({}, { stripeAccount: account })),
    await refusal(here.stripe().checkout.sessions.list({}, { stripeAccount: 'acct_nobody' })),
  ];
  const event = await until(() =>
    here.receiver.arrived
      .map((one) => one.event)
      .find(({ type }) => type === 'account.application.deauthorized'),
  );
  expect(refused.map(({ statusCode, code, type }) => ({ statusCode, code, type }))).toEqual(
    refused.map(() => ({ statusCode: 403, code: 'account_invalid', type: 'StripePermissionError' })),
  );
  expect(event.account).toBe(account);
});

test('a wrong key is refused, and one account never sees what another has', async () => {
  const here = await scene();
  const [mine, other] = [await openAccount(here), await openAccount(here)];
  const session = await here.stripe().checkout.sessions.create(sessionOf(here), { stripeAccount: mine });
  const wrongKey = await refusal(clientOf(here.url(), 'sk_test_wrong').accounts.retrieve(mine));
  const foreign = await refusal(
    here.stripe().checkout.sessions.retrieve(session.id, {}, { stripeAccount: other }),
  );
  const missing = await refusal(
    here.stripe().checkout.sessions.retrieve('cs_test_no', {}, { stripeAccount: other }),
  );
  expect([wrongKey.statusCode, wrongKey.type]).toEqual([401, 'StripeAuthenticationError']);
  expect(foreign.message.replace(session.id, '')).toBe(missing.message.replace('cs_test_no', ''));
});

test('an account’s metadata and profile are changed one by one', async () => {
  const here = await scene();
  const { id } = await here
    .stripe()
    .accounts.create({ type: 'standard', country: 'HK', metadata: { a: '1' } });
  const changed = await here
    .stripe()
    .accounts.update(id, { metadata: { b: '2' }, business_profile: { name: 'Mianyu' } });
  expect([changed.metadata, changed.business_profile?.name]).toEqual([{ a: '1', b: '2' }, 'Mianyu']);
});

test('the platform lists the accounts that are connected to it, by when they were made', async () => {
  const here = await scene();
  const first = await openAccount(here);
  here.clock.nowMs += 60_000;
  const [second, third] = [await openAccount(here), await openAccount(here)];
  await here.control(`accounts/${third}/deauthorise`, {});
  const since = Math.floor(here.clock.nowMs / 1000);
  const ids = async (created?: { gte: number }) =>
    (await here.stripe().accounts.list(created ? { created } : {})).data.map(({ id }) => id);
  expect([await ids(), await ids({ gte: since })]).toEqual([[second, first], [second]]);
});
