import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { importMembers } from './import-members.ts';
import { importedMembersSchema, importMembersSchema } from './schemas.ts';

/** Older members brought along with their history, under `console.<root>/api`. */
export const importConsoleRoutes = jsonRoutes().openapi(
  defineRoute(
    { role: 'manager' },
    {
      method: 'post',
      path: '/imports/members',
      request: { body: jsonBody(importMembersSchema) },
      responses: { 200: json(importedMembersSchema, 'What became of each member of the list') },
    },
  ),
  async (c) => {
    const input = { ...c.req.valid('json'), key: c.var.idempotencyKey };
    return c.json(await importMembers({ ctx: c.var.ctx, input }), 200);
  },
);
