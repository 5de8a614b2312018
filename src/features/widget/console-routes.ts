import { z } from '@hono/zod-openapi';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { allowOrigin, removeOrigin } from './change-origins.ts';
import { createSigningKey } from './create-signing-key.ts';
import { getWidgetSettings } from './get-widget-settings.ts';
import { revokeSigningKey } from './revoke-signing-key.ts';
import {
  createdSigningKeySchema,
  createSigningKeySchema,
  originSchema,
  signingKeySchema,
  widgetSettingsSchema,
} from './schemas.ts';

const originListSchema = z.object({ origins: z.array(z.string()) }).openapi('WidgetOrigins');

/** The widget's settings, under `console.<root>/api`. Keys sign anyone in, so they are the owner's. */
export const widgetConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'get',
        path: '/widget',
        responses: { 200: json(widgetSettingsSchema, 'Origins, keys and addresses') },
      },
    ),
    async (c) => c.json(await getWidgetSettings({ ctx: c.var.ctx }), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/widget/origins',
        request: { body: jsonBody(originSchema) },
        responses: { 200: json(originListSchema, 'Where the widget may stand now') },
      },
    ),
    async (c) => {
      const origins = unwrap(await allowOrigin({ ctx: c.var.ctx, input: c.req.valid('json') }));
      return c.json({ origins }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/widget/origins/remove',
        request: { body: jsonBody(originSchema) },
        responses: { 200: json(originListSchema, 'Where the widget may stand now') },
      },
    ),
    async (c) => {
      const origins = unwrap(await removeOrigin({ ctx: c.var.ctx, input: c.req.valid('json') }));
      return c.json({ origins }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'owner' },
      {
        method: 'post',
        path: '/widget/keys',
        request: { body: jsonBody(createSigningKeySchema) },
        responses: { 201: json(createdSigningKeySchema, 'The key, its secret shown this once') },
      },
    ),
    async (c) => {
      const { ctx, idempotencyKey } = c.var;
      const input = { ...c.req.valid('json'), idempotencyKey };
      // A secret: no cache on the way may keep it.
      c.header('cache-control', 'no-store');
      return c.json(unwrap(await createSigningKey({ ctx, input })), 201);
    },
  )
  .openapi(
    defineRoute(
      { role: 'owner' },
      {
        method: 'post',
        path: '/widget/keys/{id}/revoke',
        request: { params: z.object({ id: z.string().max(64) }) },
        responses: { 200: json(signingKeySchema, 'The revoked key') },
      },
    ),
    async (c) => {
      const input = { kid: c.req.valid('param').id };
      return c.json(unwrap(await revokeSigningKey({ ctx: c.var.ctx, input })), 200);
    },
  );
