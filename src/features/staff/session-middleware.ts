import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../../http/env.ts';
import { contextOf } from '../../http/services.ts';
import { findTenant } from '../tenants/find-tenant.ts';
import { authOf } from './auth.ts';
import { selectRole } from './queries.ts';

/**
 * Reads the console's session, if there is one, and the shop that it is on. Whether a route needs
 * either is the route's own declaration.
 */
export const staffSession = createMiddleware<AppEnv>(async (c, next) => {
  const { services } = c.var;
  if (!c.req.header('cookie')?.includes('__Host-pm.session_token=')) return next();
  const { response: found, headers } = await authOf(services).api.getSession({
    headers: c.req.raw.headers,
    returnHeaders: true,
  });
  if (!found) return next();
  const { id, name, email, emailVerified } = found.user;
  const tenantId = found.session.activeOrganizationId ?? null;
  const [role, tenant] =
    tenantId === null
      ? [null, null]
      : await Promise.all([
          selectRole(services.authDb, tenantId, id),
          findTenant({ ctx: services, input: { tenantId } }),
        ]);
  c.set('session', {
    sessionId: found.session.id,
    user: { id, name, email, emailVerified },
    membership: tenantId !== null && role !== null ? { tenantId, role } : null,
  });
  if (tenant !== null && role !== null) {
    c.set('tenant', tenant);
    c.set('ctx', contextOf(c.env, services, tenant, { kind: 'staff', userId: id, name, role }));
  }
  await next();
  // A session that is used is prolonged; its cookie has to learn that.
  for (const cookie of headers.getSetCookie()) c.res.headers.append('set-cookie', cookie);
});
