import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './env.ts';
import { AppError } from './errors.ts';

/** What of a request tells where it comes from. */
type Asked = { method: string; headers: { get(name: string): string | null } };

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that a browser sends from another origin, so that cookies authenticate only what
 * was sent from our own pages. A client that sends neither header is not a browser and carries no
 * cookies of its own accord.
 */
export function comesFromSameOrigin(request: Asked, ownOrigin: string): boolean {
  if (SAFE_METHODS.has(request.method)) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  return origin === null || origin === ownOrigin;
}

export const requireSameOrigin = createMiddleware<AppEnv>(async (c, next) => {
  const ownOrigin = `${c.var.services.config.scheme}://${new URL(c.req.url).host}`;
  if (!comesFromSameOrigin(c.req.raw, ownOrigin)) throw new AppError('cross_site');
  await next();
});
