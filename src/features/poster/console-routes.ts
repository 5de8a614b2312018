import { z } from '@hono/zod-openapi';
import { defineRoute, json } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { getTestMember } from './get-test-member.ts';
import { noteSheetSaved } from './queries.ts';
import { removeTestMember } from './remove-test-member.ts';
import { testMemberSchema } from './schemas.ts';

const doneSchema = z.object({ done: z.literal(true) });

/** The sheets to print and the owner's own try, under `console.<root>/api`. */
export const posterConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'owner' },
      {
        method: 'get',
        path: '/test-member',
        responses: { 200: json(testMemberSchema, 'The test member, or the way to become it') },
      },
    ),
    async (c) => {
      c.header('cache-control', 'no-store');
      return c.json(await getTestMember({ ctx: c.var.ctx }), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'owner' },
      {
        method: 'delete',
        path: '/test-member',
        responses: { 200: json(testMemberSchema, 'Removed; the way to begin again') },
      },
    ),
    async (c) => {
      const { ctx, idempotencyKey: key } = c.var;
      unwrap(await removeTestMember({ ctx, input: { key } }));
      return c.json(await getTestMember({ ctx }), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      { method: 'post', path: '/sheet-saved', responses: { 200: json(doneSchema, 'Noted') } },
    ),
    async (c) => {
      const { ctx } = c.var;
      await ctx.db.batch(ctx.tenant.id, [noteSheetSaved(ctx, ctx.clock.nowMs())]);
      return c.json({ done: true as const }, 200);
    },
  );
