import { defineRoute, json } from '../../http/define-route.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { getHome } from './get-home.ts';
import { homeSchema } from './schemas.ts';

/** The console's first screen, under `console.<root>/api`. */
export const homeConsoleRoutes = jsonRoutes().openapi(
  defineRoute(
    { role: 'clerk' },
    { method: 'get', path: '/home', responses: { 200: json(homeSchema, 'The shop at a glance') } },
  ),
  async (c) => c.json(await getHome({ ctx: c.var.ctx }), 200),
);
