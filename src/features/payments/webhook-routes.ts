import { Hono } from 'hono';
import type { AppEnv } from '../../http/env.ts';
import { contextOf } from '../../http/services.ts';
import { receiveWebhook } from './receive-webhook.ts';

/** Where Stripe tells of events, under `api.<root>`. Its signature is what lets it in. */
export const stripeWebhookRoutes = new Hono<AppEnv>().post('/webhooks/stripe', async (c) => {
  const { services } = c.var;
  const input = {
    text: await c.req.text(),
    signature: c.req.header('stripe-signature') ?? '',
    enter: (tenant: Parameters<typeof contextOf>[2]) =>
      contextOf(c.env, services, tenant, { kind: 'system', name: 'stripe' }),
  };
  const received = await receiveWebhook({ ctx: services, input });
  return received === 'refused' ? c.json({ received: false }, 400) : c.json({ received: true }, 200);
});
