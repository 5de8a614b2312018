import { z } from '@hono/zod-openapi';
import { defineRoute, json } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { pageQuery } from '../paging.ts';
import { listLetters } from './list-letters.ts';
import { letterListSchema, letterStateSchema } from './schemas.ts';

/** What was written to members, under `console.<root>/api`. */
export const letterConsoleRoutes = jsonRoutes().openapi(
  defineRoute(
    { role: 'manager' },
    {
      method: 'get',
      path: '/letters',
      request: { query: z.object({ state: letterStateSchema.optional(), ...pageQuery }) },
      responses: { 200: json(letterListSchema, 'Letters, newest first') },
    },
  ),
  async (c) => {
    const { state = null, cursor = null, limit } = c.req.valid('query');
    return c.json(unwrap(await listLetters({ ctx: c.var.ctx, input: { state, cursor, limit } })), 200);
  },
);
