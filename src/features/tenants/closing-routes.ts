import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { tenantAnswer } from './answers.ts';
import { closeTenant, reopenTenant } from './close-tenant.ts';
import { getClosing } from './get-closing.ts';
import { closeTenantSchema, closingSchema, tenantSchema } from './schemas.ts';

const path = '/tenant/closing';

/** Leaving, and coming back: the owner's alone, under `console.<root>/api`. */
export const closingConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'owner' },
      { method: 'get', path, responses: { 200: json(closingSchema, 'What closing means, in figures.') } },
    ),
    async (c) => c.json(await getClosing({ ctx: c.var.ctx }), 200),
  )
  .openapi(
    defineRoute(
      { role: 'owner' },
      {
        method: 'post',
        path,
        request: { body: jsonBody(closeTenantSchema) },
        responses: { 200: json(tenantSchema, 'The shop, with the date on which it closes.') },
      },
    ),
    async (c) => {
      const { ctx, idempotencyKey: key } = c.var;
      const row = unwrap(await closeTenant({ ctx, input: { ...c.req.valid('json'), key } }));
      return c.json(tenantAnswer(ctx, row), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'owner' },
      {
        method: 'post',
        path: `${path}/take-back`,
        responses: { 200: json(tenantSchema, 'The shop, open as before.') },
      },
    ),
    async (c) => {
      const { ctx, idempotencyKey: key } = c.var;
      return c.json(tenantAnswer(ctx, unwrap(await reopenTenant({ ctx, input: { key } }))), 200);
    },
  );
