import type { Context } from '../../src/context.ts';
import { refreshPaymentAccount } from '../../src/features/payments/refresh-payment-account.ts';
import { startOnboarding } from '../../src/features/payments/start-onboarding.ts';
import { publishMall } from '../../src/features/publication/publish-mall.ts';
import { readManifest } from '../../src/features/publication/read-mall.ts';
import { scriptedStripe, WHOLE } from './scripted-stripe.ts';
import { must, openShop } from './world.ts';

/** A shop with a published mall, its owner's context on a Stripe of the test's own. */
export async function shopWithStripe(feeBasisPoints = 0) {
  const stripe = scriptedStripe();
  const shop = await openShop();
  const setting = {
    secretKey: 'sk_test_1',
    webhookSecret: 'whsec_1',
    apiBase: null,
    applicationFeeBasisPoints: feeBasisPoints,
  };
  const config = { ...shop.owner.config, stripe: setting };
  const ctx: Context = { ...shop.owner, stripe: stripe.client, config };
  await publishMall({ ctx });
  const start = (country = 'JP') => startOnboarding({ ctx, input: { country } });
  const refresh = () => refreshPaymentAccount({ ctx });
  const connect = async (country = 'JP') => {
    must(await start(country));
    const accountId = stripe.accounts.at(-1)?.id ?? '';
    stripe.change(accountId, WHOLE);
    must(await refresh());
    return accountId;
  };
  return { ...shop, ctx, stripe, start, refresh, connect };
}

/** What members are told about paying. */
export const shownWays = async (ctx: Context) => (await readManifest(ctx))?.payments;
