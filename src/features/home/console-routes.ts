import { defineRoute, json } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { getFigures } from './get-figures.ts';
import { getHome } from './get-home.ts';
import { getUnpublished } from './get-unpublished.ts';
import { figuresQuerySchema, figuresSchema, homeSchema, unpublishedSchema } from './schemas.ts';

/** The console's first screen, under `console.<root>/api`. */
export const homeConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'manager' },
      { method: 'get', path: '/home', responses: { 200: json(homeSchema, 'The shop at a glance') } },
    ),
    async (c) => c.json(await getHome({ ctx: c.var.ctx }), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'get',
        path: '/home/figures',
        request: { query: figuresQuerySchema },
        responses: { 200: json(figuresSchema, 'The figures of some days and of as many before') },
      },
    ),
    async (c) => c.json(await getFigures({ ctx: c.var.ctx, input: c.req.valid('query') }), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'get',
        path: '/unpublished',
        responses: { 200: json(unpublishedSchema, 'What members do not see yet') },
      },
    ),
    async (c) => c.json(unwrap(await getUnpublished({ ctx: c.var.ctx })), 200),
  );
