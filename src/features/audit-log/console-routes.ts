import { z } from '@hono/zod-openapi';
import { defineRoute, json } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { pageQuery } from '../paging.ts';
import { listAuditLog } from './list-audit-log.ts';
import { auditPageSchema } from './schemas.ts';

/** Who did what, under `console.<root>/api`. */
export const auditLogConsoleRoutes = jsonRoutes().openapi(
  defineRoute(
    { role: 'manager' },
    {
      method: 'get',
      path: '/audit-log',
      request: { query: z.object(pageQuery) },
      responses: { 200: json(auditPageSchema, 'What was done, newest first') },
    },
  ),
  async (c) => {
    const { cursor = null, limit } = c.req.valid('query');
    return c.json(unwrap(await listAuditLog({ ctx: c.var.ctx, input: { cursor, limit } })), 200);
  },
);
