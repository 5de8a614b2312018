import { createMiddleware } from 'hono/factory';
import { newId } from '../lib/ids.ts';
import type { AppEnv } from './env.ts';
import { localeOf } from './locale.ts';
import { servicesOf } from './services.ts';

/** First of every request: its id, and the services that everything after it is given. */
export const provideServices = createMiddleware<AppEnv>(async (c, next) => {
  const requestId = newId('req');
  c.set('requestId', requestId);
  const defer = (work: Promise<unknown>) => c.executionCtx.waitUntil(work);
  c.set('services', servicesOf(c.env, { requestId, locale: localeOf(c, 'en'), defer }));
  await next();
  // Set last: a response that did not come from Hono would not have kept it.
  c.header('x-request-id', requestId);
});
