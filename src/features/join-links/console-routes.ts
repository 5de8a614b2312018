import { z } from '@hono/zod-openapi';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { archiveJoinLink } from './archive-join-link.ts';
import { createJoinLink } from './create-join-link.ts';
import { listJoinLinks } from './list-join-links.ts';
import { createJoinLinkSchema, joinLinkListSchema, joinLinkSchema } from './schemas.ts';

const doneSchema = z.object({ done: z.literal(true) });

/** Links and codes that bring members, under `console.<root>/api`. */
export const joinLinkConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'get',
        path: '/join-links',
        responses: { 200: json(joinLinkListSchema, 'Sheets and links with what they led to') },
      },
    ),
    async (c) => c.json(await listJoinLinks({ ctx: c.var.ctx }), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/join-links',
        request: { body: jsonBody(createJoinLinkSchema) },
        responses: { 201: json(joinLinkSchema, 'The new link') },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), key: c.var.idempotencyKey };
      return c.json(unwrap(await createJoinLink({ ctx: c.var.ctx, input })), 201);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/join-links/{linkId}/archive',
        request: { params: z.object({ linkId: z.string().min(1).max(64) }) },
        responses: { 200: json(doneSchema, 'Put away') },
      },
    ),
    async (c) => c.json(unwrap(await archiveJoinLink({ ctx: c.var.ctx, input: c.req.valid('param') })), 200),
  );
