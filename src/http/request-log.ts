import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { Actor } from '../context.ts';
import { actorRef } from '../context.ts';
import type { AppEnv } from './env.ts';

/**
 * One line per request with ids and figures only. The route's pattern stands for the path, because a
 * path may hold what a person typed.
 */
export const requestLog = createMiddleware<AppEnv>(async (c, next) => {
  const startedMs = performance.now();
  await next();
  const ctx = c.get('ctx');
  c.var.services.log.info('request', {
    requestId: c.var.requestId,
    tenantId: ctx?.tenant.id ?? c.get('tenant')?.id,
    ...actorFields(ctx?.actor),
    method: c.req.method,
    route: matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'none',
    status: c.res.status,
    durationMs: Math.round(performance.now() - startedMs),
  });
});

function actorFields(actor: Actor | undefined) {
  if (!actor) return {};
  const { kind, id } = actorRef(actor);
  return { actorKind: kind, actorId: id };
}
