import { createMiddleware } from 'hono/factory';
import { SCOPES } from '../../context.ts';
import type { AppEnv } from '../../http/env.ts';
import { AppError, RefusedError } from '../../http/errors.ts';
import { contextOf } from '../../http/services.ts';
import { sha256Hex } from '../../lib/hash.ts';
import { failureFields } from '../../lib/log.ts';
import { findTenant } from '../tenants/find-tenant.ts';
import { refusalOfClosed } from '../tenants/shop-gate.ts';
import { touchApiKey } from './queries.ts';

const NOTED_EVERY_MS = 60_000;
/** What becomes of orders from before goes on being told to a closed shop; the verb refuses new ones. */
const TOLD_ON = /^\/v1\/orders(\/|$)/;

/**
 * Reads the API key of a request, if it carries one: it names shop and scopes. A key that is wrong
 * is refused here; whether a route needs one is the route's own declaration.
 */
export const apiKeyActor = createMiddleware<AppEnv>(async (c, next) => {
  const header = c.req.header('authorization');
  if (header === undefined) return next();
  const key = /^Bearer (pmk_[\w-]{32})$/.exec(header)?.[1];
  if (key === undefined) throw new AppError('unauthenticated');
  const { services } = c.var;
  const found = await services.directory.resolveKey(sha256Hex(key));
  const tenant = found && (await findTenant({ ctx: services, input: { tenantId: found.tenantId } }));
  if (!found || !tenant) throw new AppError('unauthenticated');
  const scopes = SCOPES.filter((scope) => found.scopes.includes(scope));
  const { keyId, name } = found;
  c.set('tenant', tenant);
  const ctx = contextOf(c.env, services, tenant, { kind: 'api', keyId, name, scopes });
  c.set('ctx', ctx);
  const closed = refusalOfClosed(ctx);
  if (closed && !TOLD_ON.test(c.req.path)) throw new RefusedError(closed);
  const noted = ctx.db.batch(tenant.id, [touchApiKey(ctx, keyId, ctx.clock.nowMs(), NOTED_EVERY_MS)]);
  services.defer(
    noted.catch((failure: unknown) => services.log.warn('key use not noted', failureFields(failure))),
  );
  await next();
});
