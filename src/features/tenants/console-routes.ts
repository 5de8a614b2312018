import { z } from '@hono/zod-openapi';
import { STAFF_ROLES } from '../../context.ts';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { PREVIEW_PAGES, previewAddress } from '../mall/preview-token.ts';
import { mallUrlOf, tenantAnswer } from './answers.ts';
import { changeSlug } from './change-slug.ts';
import { checkSlug } from './check-slug.ts';
import { createTenant } from './create-tenant.ts';
import { getTenant } from './get-tenant.ts';
import { openTenant } from './open-tenant.ts';
import {
  changeSlugSchema,
  createTenantSchema,
  slugSchema,
  tenantSchema,
  updateTenantSchema,
} from './schemas.ts';
import { updateTenant } from './update-tenant.ts';

const meSchema = z
  .object({
    user: z.object({
      id: z.string(),
      name: z.string(),
      /** Null for a clerk who joined by a link. */
      email: z.string().nullable(),
      emailVerified: z.boolean(),
    }),
    tenant: tenantSchema.nullable(),
    role: z.enum(STAFF_ROLES).nullable(),
    mallUrl: z.string().nullable(),
    /** Whether a PIN began the session, and whether it waits for one. */
    device: z.object({ isLocked: z.boolean() }).nullable(),
  })
  .openapi('Me');

const me = defineRoute(
  { only: 'present' },
  {
    method: 'get',
    path: '/api/me',
    responses: { 200: json(meSchema, 'Who is signed in, and at which shop.') },
  },
);

const preview = defineRoute(
  { role: 'clerk' },
  {
    method: 'get',
    path: '/api/tenant/preview',
    request: { query: z.object({ page: z.enum(PREVIEW_PAGES).optional() }) },
    responses: { 302: { description: 'To the mall; one that is not open yet shows itself for a day.' } },
  },
);

const create = defineRoute(
  { only: 'session' },
  {
    method: 'post',
    path: '/api/tenants',
    request: { body: jsonBody(createTenantSchema) },
    responses: { 201: json(tenantSchema, 'The new shop, with the caller as its owner.') },
  },
);

const slug = defineRoute(
  { only: 'session' },
  {
    method: 'get',
    path: '/api/slugs/{slug}',
    request: { params: z.object({ slug: z.string().max(100) }) },
    responses: { 200: json(slugSchema, 'Whether the slug can be had.') },
  },
);

const read = defineRoute(
  { role: 'clerk' },
  { method: 'get', path: '/api/tenant', responses: { 200: json(tenantSchema, 'The shop.') } },
);

const change = defineRoute(
  { role: 'manager' },
  {
    method: 'patch',
    path: '/api/tenant',
    request: { body: jsonBody(updateTenantSchema) },
    responses: { 200: json(tenantSchema, 'The shop as it is now.') },
  },
);

const move = defineRoute(
  { role: 'owner' },
  {
    method: 'put',
    path: '/api/tenant/slug',
    request: { body: jsonBody(changeSlugSchema) },
    responses: { 200: json(tenantSchema, 'The shop at its new address.') },
  },
);

const open = defineRoute(
  { role: 'owner' },
  { method: 'post', path: '/api/tenant/open', responses: { 200: json(tenantSchema, 'The open shop.') } },
);

export const tenantConsoleRoutes = jsonRoutes()
  .openapi(me, async (c) => {
    const { session, services } = c.var;
    const ctx = c.get('ctx');
    const row = ctx ? unwrap(await getTenant({ ctx })) : null;
    return c.json(
      {
        user: session.user,
        tenant: row && tenantAnswer(services, row),
        role: session.membership?.role ?? null,
        mallUrl: row && mallUrlOf(services.config, row.slug),
        device: session.device && { isLocked: session.device.isLocked },
      },
      200,
    );
  })
  .openapi(preview, async (c) => {
    const { ctx } = c.var;
    const open = ctx.tenant.state === 'open';
    const { page = '' } = c.req.valid('query');
    const address = open
      ? `${mallUrlOf(ctx.config, ctx.tenant.slug)}${page}`
      : await previewAddress(ctx, page);
    c.header('cache-control', 'no-store');
    return c.redirect(address, 302);
  })
  .openapi(create, async (c) => {
    const { session, services } = c.var;
    const row = unwrap(await createTenant({ ctx: { ...services, session }, input: c.req.valid('json') }));
    return c.json(tenantAnswer(services, row), 201);
  })
  .openapi(slug, async (c) =>
    c.json(await checkSlug({ ctx: c.var.services, input: c.req.valid('param') }), 200),
  )
  .openapi(read, async (c) => {
    const { ctx } = c.var;
    return c.json(tenantAnswer(ctx, unwrap(await getTenant({ ctx }))), 200);
  })
  .openapi(change, async (c) => {
    const { ctx } = c.var;
    const row = unwrap(await updateTenant({ ctx, input: c.req.valid('json') }));
    return c.json(tenantAnswer(ctx, row), 200);
  })
  .openapi(move, async (c) => {
    const { ctx } = c.var;
    const row = unwrap(await changeSlug({ ctx, input: c.req.valid('json') }));
    return c.json(tenantAnswer(ctx, row), 200);
  })
  .openapi(open, async (c) => {
    const { ctx, session } = c.var;
    const row = unwrap(await openTenant({ ctx, input: { session } }));
    return c.json(tenantAnswer(ctx, row), 200);
  });
