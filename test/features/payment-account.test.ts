import { describe, expect, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import { getPaymentSettings } from '../../src/features/payments/get-payment-settings.ts';
import { paymentOptions } from '../../src/features/payments/payment-options.ts';
import { refreshPaymentAccount } from '../../src/features/payments/refresh-payment-account.ts';
import { setCounterPayment } from '../../src/features/payments/set-counter-payment.ts';
import { readManifest } from '../../src/features/publication/read-mall.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { shopWithStripe, shownWays } from './payment-shop.ts';
import { WHOLE } from './scripted-stripe.ts';
import { must } from './world.ts';

describe('an account', () => {
  const late = {
    ...WHOLE.requirements,
    past_due: ['external_account'],
    disabled_reason: 'requirements.past_due',
  };
  const rejected = { ...WHOLE.requirements, disabled_reason: 'rejected.fraud' };
  const checked = { ...WHOLE.requirements, pending_verification: ['company.tax_id'] };
  const soon = {
    ...WHOLE.requirements,
    currently_due: ['individual.dob.day'],
    current_deadline: 1_800_000_000,
  };

  test.each([
    ['with all details', {}, { state: 'enabled', due: [] }, true],
    [
      'late with something',
      { charges_enabled: false, requirements: late },
      { state: 'restricted', due: ['bank'] },
      false,
    ],
    [
      'with something due soon',
      { requirements: soon },
      { state: 'restricted', due: ['person'], dueBy: '2027-01-15T08:00:00.000Z' },
      true,
    ],
    [
      'being checked',
      { charges_enabled: false, requirements: checked },
      { state: 'restricted', checking: true, due: [] },
      false,
    ],
    [
      'without the right to charge cards',
      { capabilities: { card_payments: 'pending' } },
      { state: 'restricted', chargesEnabled: false },
      false,
    ],
    ['rejected', { charges_enabled: false, requirements: rejected }, { state: 'disabled' }, false],
  ])('%s is shown as it stands, to members too', async (_name, change, settings, online) => {
    const { ctx, stripe, refresh, connect } = await shopWithStripe(200);
    const accountId = await connect();
    stripe.change(accountId, change);
    must(await refresh());
    expect(await getPaymentSettings({ ctx })).toMatchObject({ ...settings, accountId });
    expect(await shownWays(ctx)).toEqual({ online, counter: false });
    expect(await paymentOptions(ctx)).toEqual({
      online: online ? { accountId, applicationFeeBasisPoints: 200 } : null,
      counter: false,
    });
  });

  test('that was taken away says so, and connecting again makes a new one on the terms of today', async () => {
    const { ctx, stripe, refresh, connect } = await shopWithStripe(100);
    const gone = await connect('JP');
    stripe.disconnect(gone);
    must(await refresh());
    expect(await getPaymentSettings({ ctx })).toMatchObject({ state: 'deauthorised', chargesEnabled: false });
    expect([await shownWays(ctx), (await paymentOptions(ctx)).online]).toEqual([
      { online: false, counter: false },
      null,
    ]);
    const fresh = await connect('JP');
    expect([fresh === gone, stripe.accounts.length]).toEqual([false, 2]);
    expect(await ctx.directory.resolvePaymentAccount(fresh)).toEqual({ tenantId: ctx.tenant.id });
    expect(await ctx.directory.resolvePaymentAccount(gone)).toBe(null);
    expect(await shownWays(ctx)).toEqual({ online: true, counter: false });
  });

  test('found to be taken away only when its page is asked for says so too', async () => {
    const { ctx, stripe, start, connect } = await shopWithStripe();
    stripe.disconnect(await connect());
    expect(await start()).toEqual({ ok: false, refusal: { code: 'wrong_state', state: 'deauthorised' } });
    expect(await getPaymentSettings({ ctx })).toMatchObject({ state: 'deauthorised' });
  });

  test('stays as it is when Stripe cannot be asked, or not with this key', async () => {
    const { ctx, stripe, refresh, connect } = await shopWithStripe();
    await connect();
    for (const how of [
      'lost',
      Response.json({ error: {} }, { status: 401 }),
      Response.json({ error: {} }, { status: 403 }),
    ] as const) {
      stripe.fail(/^GET/, how);
      await expect(refresh()).rejects.toMatchObject({ code: 'unavailable' });
    }
    expect(await getPaymentSettings({ ctx })).toMatchObject({ state: 'enabled', chargesEnabled: true });
  });

  test('of another shop is not found, and nothing changes', async () => {
    const [own, other] = [await shopWithStripe(), await shopWithStripe()];
    await own.connect();
    const foreign = await other.connect();
    const before = await getPaymentSettings({ ctx: own.ctx });
    const asked = await refreshPaymentAccount({ ctx: own.ctx, input: { accountId: foreign } });
    expect(asked).toEqual({ ok: false, refusal: { code: 'not_found' } });
    expect(await getPaymentSettings({ ctx: own.ctx })).toEqual(before);
  });

  test('asked about twice at once keeps the answer to the later question', async () => {
    const { ctx, stripe, refresh, connect } = await shopWithStripe();
    const accountId = await connect();
    const asked = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    // The earlier question is answered with what stood then, but only after the later one was.
    const slow = {
      accounts: {
        async retrieve(id: string) {
          const answer = await stripe.client.accounts.retrieve(id);
          asked.resolve();
          await released.promise;
          return answer;
        },
      },
    } as unknown as NonNullable<Context['stripe']>;
    const earlier = refreshPaymentAccount({ ctx: { ...ctx, stripe: slow } });
    await asked.promise;
    const before = clockOffsetMs();
    setClockOffsetMs(before + 1_000);
    stripe.change(accountId, { charges_enabled: false, requirements: late });
    must(await refresh());
    released.resolve();
    must(await earlier);
    setClockOffsetMs(before);
    expect(await getPaymentSettings({ ctx })).toMatchObject({ state: 'restricted', chargesEnabled: false });
  });
});

describe('payment at the counter', () => {
  test('can be had without Stripe, and members are told', async () => {
    const { ctx } = await shopWithStripe();
    const keyless = { ...ctx, stripe: null };
    must(await setCounterPayment({ ctx: keyless, input: { enabled: true } }));
    expect([await paymentOptions(keyless), await shownWays(ctx)]).toEqual([
      { online: null, counter: true },
      { online: false, counter: true },
    ]);
    must(await setCounterPayment({ ctx: keyless, input: { enabled: false } }));
    expect(await shownWays(ctx)).toEqual({ online: false, counter: false });
  });

  test('set twice is set and published once', async () => {
    const { ctx } = await shopWithStripe();
    must(await setCounterPayment({ ctx, input: { enabled: true } }));
    const version = (await readManifest(ctx))?.version;
    must(await setCounterPayment({ ctx, input: { enabled: true } }));
    expect((await readManifest(ctx))?.version).toBe(version);
  });

  test('that was stored but not published is published by the next press', async () => {
    const { ctx } = await shopWithStripe();
    const cut = {
      ...ctx,
      edge: {
        get: ctx.edge.get.bind(ctx.edge),
        put: () => Promise.reject(new Error('cut off')),
      } as unknown as KVNamespace,
    };
    await expect(setCounterPayment({ ctx: cut, input: { enabled: true } })).rejects.toThrow('cut off');
    must(await setCounterPayment({ ctx, input: { enabled: true } }));
    const before = clockOffsetMs();
    setClockOffsetMs(before + 6_000);
    expect(await shownWays(ctx)).toEqual({ online: false, counter: true });
    setClockOffsetMs(before);
  });

  test('stays when the shop connects and when it is taken away again', async () => {
    const { ctx, stripe, refresh, connect } = await shopWithStripe();
    must(await setCounterPayment({ ctx, input: { enabled: true } }));
    stripe.disconnect(await connect());
    must(await refresh());
    expect(await paymentOptions(ctx)).toEqual({ online: null, counter: true });
  });
});
