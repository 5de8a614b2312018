import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { paymentSettingsAnswer } from './answers.ts';
import { getPaymentSettings } from './get-payment-settings.ts';
import { refreshPaymentAccount } from './refresh-payment-account.ts';
import {
  onboardingPageSchema,
  paymentSettingsSchema,
  setCounterPaymentSchema,
  startOnboardingSchema,
} from './schemas.ts';
import { setCounterPayment } from './set-counter-payment.ts';
import { startOnboarding } from './start-onboarding.ts';

const read = defineRoute(
  { role: 'manager' },
  {
    method: 'get',
    path: '/payments',
    responses: { 200: json(paymentSettingsSchema, 'How the shop takes cash, as last heard.') },
  },
);

const onboard = defineRoute(
  { role: 'manager' },
  {
    method: 'post',
    path: '/payments/onboarding',
    request: { body: jsonBody(startOnboardingSchema) },
    responses: { 200: json(onboardingPageSchema, 'Where the merchant goes on at Stripe.') },
  },
);

const refresh = defineRoute(
  { role: 'manager' },
  {
    method: 'post',
    path: '/payments/refresh',
    responses: { 200: json(paymentSettingsSchema, 'How the account stands at Stripe now.') },
  },
);

const counter = defineRoute(
  { role: 'manager' },
  {
    method: 'put',
    path: '/payments/counter',
    request: { body: jsonBody(setCounterPaymentSchema) },
    responses: { 200: json(paymentSettingsSchema, 'How the shop takes cash now.') },
  },
);

export const paymentConsoleRoutes = jsonRoutes()
  .openapi(read, async (c) => c.json(await getPaymentSettings({ ctx: c.var.ctx }), 200))
  .openapi(onboard, async (c) => {
    const page = unwrap(await startOnboarding({ ctx: c.var.ctx, input: c.req.valid('json') }));
    // Whoever holds the page's address may fill in the merchant's details.
    c.header('cache-control', 'no-store');
    return c.json(page, 200);
  })
  .openapi(refresh, async (c) => {
    const { ctx } = c.var;
    return c.json(paymentSettingsAnswer(ctx.config, unwrap(await refreshPaymentAccount({ ctx }))), 200);
  })
  .openapi(counter, async (c) => {
    const { ctx } = c.var;
    const row = unwrap(await setCounterPayment({ ctx, input: c.req.valid('json') }));
    return c.json(paymentSettingsAnswer(ctx.config, row), 200);
  });
