import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { findAtCounter } from './find-at-counter.ts';
import { findAtCounterSchema, foundAtCounterSchema } from './schemas.ts';

/** Whom the counter serves, under `console.<root>/api`. What was typed is no part of an address or a log. */
export const findAtCounterRoutes = jsonRoutes().openapi(
  defineRoute(
    { role: 'clerk' },
    {
      method: 'post',
      path: '/counter/find',
      request: { body: jsonBody(findAtCounterSchema) },
      responses: { 200: json(foundAtCounterSchema, 'Whom it means: several only by the last digits') },
    },
  ),
  async (c) => c.json(unwrap(await findAtCounter({ ctx: c.var.ctx, input: c.req.valid('json') })), 200),
);
