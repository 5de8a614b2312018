import { env } from 'cloudflare:workers';
import type { Services } from '../../src/context.ts';
import { servicesOf } from '../../src/http/services.ts';

/** The Worker's own services, for looking behind the routes. */
export function services(): Services {
  return servicesOf(env, { requestId: 'req_test', locale: 'en', defer: () => undefined });
}
