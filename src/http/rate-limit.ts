import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './env.ts';
import { AppError } from './errors.ts';

/** The same numbers as API_LIMIT in wrangler.toml: the binding counts, these are what callers are told. */
const POLICY = { name: 'key', quota: 3000, windowSeconds: 60 };

/** What this isolate saw of each key in the running window: the estimate behind `r` in the header. */
let window = { startedMs: 0, used: new Map<string, number>() };

function countUse(key: string, nowMs: number): { remaining: number; resetSeconds: number } {
  const lengthMs = POLICY.windowSeconds * 1000;
  if (nowMs - window.startedMs >= lengthMs) {
    window = { startedMs: nowMs - (nowMs % lengthMs), used: new Map() };
  }
  const used = (window.used.get(key) ?? 0) + 1;
  window.used.set(key, used);
  const resetSeconds = Math.ceil((window.startedMs + lengthMs - nowMs) / 1000);
  return { remaining: Math.max(0, POLICY.quota - used), resetSeconds };
}

/**
 * Limits how often one API key asks, and says so in RateLimit and RateLimit-Policy headers. One
 * machine is its own and only client, so there the quota is told and not enforced.
 */
export const limitRate = createMiddleware<AppEnv>(async (c, next) => {
  const actor = c.get('ctx')?.actor;
  if (actor?.kind !== 'api') return next();
  const { config } = c.var.services;
  const { remaining, resetSeconds } = countUse(actor.keyId, Date.now());
  const { name, quota, windowSeconds } = POLICY;
  c.header('ratelimit-policy', `"${name}";q=${quota};w=${windowSeconds}`);
  c.header('ratelimit', `"${name}";r=${remaining};t=${resetSeconds}`);
  if (config.local === null && !(await c.env.API_LIMIT.limit({ key: actor.keyId })).success) {
    throw new AppError('rate_limited', { seconds: resetSeconds });
  }
  await next();
});
