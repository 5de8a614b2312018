import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import type { AppContext } from '../../http/env.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { tenantAnswer } from '../tenants/answers.ts';
import { tenantSchema } from '../tenants/schemas.ts';
import { openShop } from './open-shop.ts';
import { onboardingSchema, openShopSchema, tellOnboardingSchema } from './schemas.ts';
import type { ReadDrawing } from './shelve-reward.ts';
import { getOnboarding, tellOnboarding } from './tell-onboarding.ts';

const state = json(onboardingSchema, 'How far the shop has come, and what was said on the way');

/** The five steps to an open mall, under `console.<root>/api`. */
export const onboardingConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute({ role: 'owner' }, { method: 'get', path: '/onboarding', responses: { 200: state } }),
    async (c) => c.json(unwrap(await getOnboarding({ ctx: c.var.ctx })), 200),
  )
  .openapi(
    defineRoute(
      { role: 'owner' },
      {
        method: 'patch',
        path: '/onboarding',
        request: { body: jsonBody(tellOnboardingSchema) },
        responses: { 200: state },
      },
    ),
    async (c) => c.json(unwrap(await tellOnboarding({ ctx: c.var.ctx, input: c.req.valid('json') })), 200),
  )
  .openapi(
    defineRoute(
      { role: 'owner' },
      {
        method: 'post',
        path: '/onboarding/open',
        request: { body: jsonBody(openShopSchema) },
        responses: { 200: json(tenantSchema, 'The open shop; sent again it does what was missing') },
      },
    ),
    async (c) => {
      const { ctx, session } = c.var;
      const input = { ...c.req.valid('json'), session, readDrawing: drawingsOf(c) };
      return c.json(tenantAnswer(ctx, unwrap(await openShop({ ctx, input }))), 200);
    },
  );

function drawingsOf(c: AppContext): ReadDrawing {
  return async (picture) => {
    const found = await c.env.ASSETS.fetch(new URL(`/pictures/${picture}`, c.req.url));
    if (found.ok) return new Uint8Array(await found.arrayBuffer());
    await found.body?.cancel();
    return null;
  };
}
