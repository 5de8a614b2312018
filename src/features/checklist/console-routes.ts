import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { getChecklist } from './get-checklist.ts';
import { setHidden } from './queries.ts';
import { checklistSchema, hideChecklistSchema } from './schemas.ts';

/** A new shop's first steps, under `console.<root>/api`. */
export const checklistConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'owner' },
      { method: 'get', path: '/checklist', responses: { 200: json(checklistSchema, 'The first steps') } },
    ),
    async (c) => c.json(await getChecklist({ ctx: c.var.ctx }), 200),
  )
  .openapi(
    defineRoute(
      { role: 'owner' },
      {
        method: 'put',
        path: '/checklist',
        request: { body: jsonBody(hideChecklistSchema) },
        responses: { 200: json(checklistSchema, 'The first steps') },
      },
    ),
    async (c) => {
      const { ctx } = c.var;
      const { hidden } = c.req.valid('json');
      await ctx.db.batch(ctx.tenant.id, [setHidden(ctx, hidden ? ctx.clock.nowMs() : null)]);
      return c.json(await getChecklist({ ctx }), 200);
    },
  );
