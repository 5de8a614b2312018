import { createMiddleware } from 'hono/factory';
import type { AppContext, AppEnv } from '../../http/env.ts';
import { AppError, RefusedError } from '../../http/errors.ts';
import { negotiateLocale } from '../../messages/negotiate.ts';
import { readManifest } from '../publication/read-mall.ts';
import { tenantPublished } from '../publication/tenant-published.ts';
import { refusalOfClosed } from '../tenants/shop-gate.ts';

/** Nothing here is a person's, so a page without an origin (a server, a search engine) may read it. */
const PUBLIC_PATHS = new Set(['/widget/v1/mall', '/widget/v1/openapi.json']);

/** An origin that was taken off the list is refused at its next preflight, after this at the latest. */
const PREFLIGHT_SECONDS = 600;

/**
 * Lets pages of the sites that the shop allows talk to the widget's routes, and nobody else's. The list
 * stands at the edge, so that a stranger's request costs no query. No cookie is read here: the
 * language comes with the request, who asks comes with the bearer. Stands behind `tenantOfHost`.
 */
export const allowedOrigin = createMiddleware<AppEnv>(async (c, next) => {
  const { services, tenant } = c.var;
  c.set('services', { ...services, locale: askedLocale(c) });
  c.header('vary', 'origin, accept-language');
  const manifest = await readManifest({ ...services, tenant });
  if (!manifest || tenant.state === 'building') throw new AppError('not_found');
  const origin = c.req.header('origin');
  const open = c.req.method === 'GET' && PUBLIC_PATHS.has(c.req.path);
  if (origin === undefined ? !open : !manifest.widget?.origins.includes(origin)) {
    throw new RefusedError({ code: 'origin_not_allowed' });
  }
  if (origin !== undefined) {
    c.header('access-control-allow-origin', origin);
    c.header('access-control-expose-headers', 'retry-after, x-request-id');
  }
  if (c.req.method === 'OPTIONS') return preflight(c);
  c.header('cache-control', 'no-store');
  const shop = tenantPublished(tenant, manifest);
  const closed = refusalOfClosed({ tenant: shop, clock: services.clock });
  if (closed) throw new RefusedError(closed);
  c.set('tenant', shop);
  await next();
});

function askedLocale(c: AppContext) {
  return negotiateLocale({
    query: c.req.query('locale'),
    acceptLanguage: c.req.header('accept-language'),
    fallback: c.var.tenant.locale,
  });
}

function preflight(c: AppContext): Response {
  c.header('access-control-allow-methods', 'GET, POST');
  c.header('access-control-allow-headers', 'authorization, content-type, idempotency-key');
  c.header('access-control-max-age', String(PREFLIGHT_SECONDS));
  return c.body(null, 204);
}
