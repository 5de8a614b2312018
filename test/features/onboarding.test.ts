import { describe, expect, test } from 'vitest';
import { getPaymentSettings } from '../../src/features/payments/get-payment-settings.ts';
import { refreshPaymentAccount } from '../../src/features/payments/refresh-payment-account.ts';
import { startOnboarding } from '../../src/features/payments/start-onboarding.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { shopWithStripe } from './payment-shop.ts';
import { WHOLE } from './scripted-stripe.ts';
import { must } from './world.ts';

const CREATE = /^POST \/v1\/accounts$/;
const DAY_MS = 24 * 60 * 60 * 1000;

describe('connecting', () => {
  test("leads to Stripe's page for one account of the country, with the shop's pages to come back to", async () => {
    const { ctx, stripe, start, tenant } = await shopWithStripe(150);
    expect(await start()).toEqual({ ok: true, value: { url: 'https://connect.stripe.test/setup/1' } });
    const [account] = stripe.accounts;
    expect(account).toMatchObject({ country: 'JP', metadata: { tenantId: tenant.id } });
    expect(stripe.links).toEqual([
      {
        account: account?.id,
        type: 'account_onboarding',
        return_url: 'http://console.localhost:8787/settings/payments?from=stripe',
        refresh_url: 'http://console.localhost:8787/settings/payments?from=expired',
      },
    ]);
    expect(await getPaymentSettings({ ctx })).toEqual({
      cardsAvailable: true,
      counterEnabled: false,
      applicationFeeBasisPoints: 150,
      state: 'onboarding',
      country: 'JP',
      accountId: account?.id,
      chargesEnabled: false,
      payoutsEnabled: false,
      due: [],
      checking: false,
      dueBy: null,
    });
  });

  test('again, or by two at once, is the same account and another page', async () => {
    const { stripe, start } = await shopWithStripe();
    const answers = await Promise.all([start(), start()]);
    const again = await start();
    expect([...answers, again].map(({ ok }) => ok)).toEqual([true, true, true]);
    expect([stripe.accounts.length, stripe.links.length]).toEqual([1, 3]);
  });

  test.each([
    ['the request was lost', 'lost'],
    ['the answer was lost', 'reply-lost'],
    ['Stripe broke before it', 'saved-500'],
    ['Stripe broke after it', 'saved-500-after'],
  ] as const)('when %s makes one account in the end', async (_name, how) => {
    const { stripe, start } = await shopWithStripe();
    stripe.fail(CREATE, how);
    const first = await start().catch(() => null);
    const second = await start();
    expect([stripe.accounts.length, second.ok, stripe.links.length]).toEqual([
      1,
      true,
      first === null ? 1 : 2,
    ]);
  });

  test('while the same request is at work says to wait, and goes on to its account after', async () => {
    const { stripe, start } = await shopWithStripe();
    const atWork = { type: 'idempotency_error', code: 'idempotency_key_in_use' };
    stripe.fail(CREATE, Response.json({ error: atWork }, { status: 409 }));
    await expect(start()).rejects.toMatchObject({ code: 'unavailable' });
    expect([(await start()).ok, stripe.accounts.length]).toEqual([true, 1]);
  });

  test('two days after a lost answer, when Stripe has forgotten the key, still finds the one account', async () => {
    const { stripe, start } = await shopWithStripe();
    stripe.fail(CREATE, 'reply-lost');
    await expect(start()).rejects.toMatchObject({ code: 'unavailable' });
    stripe.forgetKeys();
    const before = clockOffsetMs();
    setClockOffsetMs(before + 2 * DAY_MS);
    expect((await start()).ok).toBe(true);
    setClockOffsetMs(before);
    expect(stripe.accounts).toHaveLength(1);
  });

  test('in another country takes another account until the details are in, and none after', async () => {
    const { stripe, start, connect } = await shopWithStripe();
    must(await start('JP'));
    await connect('SG');
    expect(stripe.accounts.map(({ country }) => country)).toEqual(['JP', 'SG']);
    expect(await start('JP')).toEqual({ ok: false, refusal: { code: 'wrong_state', state: 'enabled' } });
    expect(stripe.accounts).toHaveLength(2);
  });

  test('in another country leaves an account alone whose details are in without our knowing', async () => {
    const { stripe, start } = await shopWithStripe();
    must(await start('JP'));
    stripe.change(stripe.accounts[0]?.id ?? '', WHOLE);
    expect(await start('SG')).toEqual({ ok: false, refusal: { code: 'wrong_state', state: 'enabled' } });
    expect(stripe.accounts).toHaveLength(1);
  });

  test.each([
    ['a country where Stripe is not', 'CN', null, { code: 'country_without_cards', country: 'CN' }],
    [
      'a country that Stripe does not let this platform have',
      'TH',
      { type: 'invalid_request_error', code: 'country_unsupported', param: 'country' },
      { code: 'country_without_cards', country: 'TH' },
    ],
    [
      'a platform that Stripe does not let open accounts',
      'JP',
      { type: 'invalid_request_error', code: 'platform_account_required' },
      { code: 'stripe_refused', reason: 'platform_account_required' },
    ],
  ])('from %s is refused and leaves nothing behind', async (_name, country, error, refusal) => {
    const { ctx, stripe, start } = await shopWithStripe();
    stripe.refuseAccounts(error);
    expect(await start(country)).toEqual({ ok: false, refusal });
    expect(await getPaymentSettings({ ctx })).toMatchObject({
      state: 'none',
      country: null,
      accountId: null,
    });
    stripe.refuseAccounts(null);
    expect((await start('JP')).ok).toBe(true);
  });

  test('without keys of Stripe is refused', async () => {
    const { ctx } = await shopWithStripe();
    const keyless = { ...ctx, stripe: null };
    const refused = { ok: false, refusal: { code: 'cards_unavailable' } };
    expect(await startOnboarding({ ctx: keyless, input: { country: 'JP' } })).toEqual(refused);
    expect(await refreshPaymentAccount({ ctx: keyless })).toEqual(refused);
  });
});
