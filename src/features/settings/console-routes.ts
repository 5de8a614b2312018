import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { changeSettings } from './change-settings.ts';
import { getSettings } from './get-settings.ts';
import { changeSettingsSchema, settingsSchema } from './schemas.ts';

const read = defineRoute(
  { role: 'manager' },
  {
    method: 'get',
    path: '/settings',
    responses: { 200: json(settingsSchema, 'What the shop has set, and how it stands.') },
  },
);

const change = defineRoute(
  { role: 'manager' },
  {
    method: 'patch',
    path: '/settings',
    request: { body: jsonBody(changeSettingsSchema) },
    responses: { 200: json(settingsSchema, 'The settings as they are now.') },
  },
);

export const settingsConsoleRoutes = jsonRoutes()
  .openapi(read, async (c) => c.json(await getSettings({ ctx: c.var.ctx }), 200))
  .openapi(change, async (c) => {
    const { ctx, idempotencyKey: key } = c.var;
    const input = { ...c.req.valid('json'), key };
    return c.json(unwrap(await changeSettings({ ctx, input })), 200);
  });
