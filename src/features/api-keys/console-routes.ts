import { z } from '@hono/zod-openapi';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { createApiKey } from './create-api-key.ts';
import { listApiKeys } from './list-api-keys.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { apiKeyListSchema, apiKeySchema, createApiKeySchema, createdApiKeySchema } from './schemas.ts';

const list = defineRoute(
  { role: 'manager' },
  { method: 'get', path: '/api/api-keys', responses: { 200: json(apiKeyListSchema, 'Keys, newest first.') } },
);

const create = defineRoute(
  { role: 'owner' },
  {
    method: 'post',
    path: '/api/api-keys',
    request: { body: jsonBody(createApiKeySchema) },
    responses: { 201: json(createdApiKeySchema, 'The key, shown this once.') },
  },
);

const revoke = defineRoute(
  { role: 'owner' },
  {
    method: 'post',
    path: '/api/api-keys/{id}/revoke',
    request: { params: z.object({ id: z.string().max(64) }) },
    responses: { 200: json(apiKeySchema, 'The revoked key.') },
  },
);

export const apiKeyConsoleRoutes = jsonRoutes()
  .openapi(list, async (c) => c.json({ items: await listApiKeys({ ctx: c.var.ctx }) }, 200))
  .openapi(create, async (c) => {
    const { ctx, idempotencyKey } = c.var;
    const input = { ...c.req.valid('json'), idempotencyKey };
    // A secret: no cache on the way may keep it.
    c.header('cache-control', 'no-store');
    return c.json(unwrap(await createApiKey({ ctx, input })), 201);
  })
  .openapi(revoke, async (c) => {
    const input = { keyId: c.req.valid('param').id };
    return c.json(unwrap(await revokeApiKey({ ctx: c.var.ctx, input })), 200);
  });
