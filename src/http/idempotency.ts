import { createMiddleware } from 'hono/factory';
import { parseIdempotencyKey } from '../lib/idempotency-key.ts';
import type { AppEnv } from './env.ts';
import { AppError } from './errors.ts';

/** A write without a key could not be sent again after a lost answer, so it is not taken at all. */
export const requireIdempotencyKey = createMiddleware<AppEnv>(async (c, next) => {
  const header = c.req.header('idempotency-key');
  const key = header === undefined ? null : parseIdempotencyKey(header);
  if (key === null) throw new AppError('idempotency_key_missing');
  c.set('idempotencyKey', key);
  await next();
});
