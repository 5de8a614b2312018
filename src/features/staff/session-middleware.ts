import { createMiddleware } from 'hono/factory';
import { isPinOnlyAddress } from '../../domain/pin-address.ts';
import type { AppEnv } from '../../http/env.ts';
import { contextOf } from '../../http/services.ts';
import { readDeviceToken } from '../clerks/device-cookie.ts';
import { deviceOf } from '../clerks/device-of-session.ts';
import { findStaffedTenant } from '../tenants/find-tenant.ts';
import { authOf } from './auth.ts';
import { selectRole } from './queries.ts';

/** On what a page asks by itself, in the background: it does not keep a device open that was left alone. */
const BY_ITSELF_HEADER = 'x-by-itself';
/** In which branch whoever works on the device says she stands; one that the shop does not have is none. */
const BRANCH_HEADER = 'x-branch';

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
  const isPinOnly = isPinOnlyAddress(email);
  const [role, staffed, device] = await Promise.all([
    tenantId === null ? null : selectRole(services.authDb, tenantId, id),
    tenantId === null ? null : findStaffedTenant({ ctx: services, input: { tenantId } }),
    deviceOf(services, {
      sessionId: found.session.id,
      token: readDeviceToken(c),
      isByHand: c.req.header(BY_ITSELF_HEADER) === undefined,
    }),
  ]);
  // Begun by a PIN, it is worth something together with its device alone.
  if (device === 'elsewhere' || (isPinOnly && device === null)) return next();
  c.set('session', {
    sessionId: found.session.id,
    user: { id, name, email: isPinOnly ? null : email, emailVerified },
    membership: tenantId !== null && role !== null ? { tenantId, role } : null,
    isPinOnly,
    device,
  });
  if (staffed !== null && role !== null) {
    const { tenant, branches } = staffed;
    const branch = branches.find((each) => each.id === c.req.header(BRANCH_HEADER));
    const actor = { kind: 'staff', userId: id, name, role, ...(branch && { branch }) } as const;
    c.set('tenant', tenant);
    c.set('ctx', contextOf(c.env, services, tenant, actor));
  }
  await next();
  // A session that is used is prolonged; its cookie has to learn that.
  for (const cookie of headers.getSetCookie()) c.res.headers.append('set-cookie', cookie);
});
