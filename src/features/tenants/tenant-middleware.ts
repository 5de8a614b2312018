import { createMiddleware } from 'hono/factory';
import { offeredLanguages } from '../../domain/shop-settings.ts';
import type { AppEnv } from '../../http/env.ts';
import { AppError } from '../../http/errors.ts';
import { hostKind } from '../../http/hosts.ts';
import { localeOf } from '../../http/locale.ts';
import { resolveHost } from './resolve-host.ts';

/** Finds the shop whose host was asked; nothing of a mall exists on a host of nobody. */
export const tenantOfHost = createMiddleware<AppEnv>(async (c, next) => {
  const { services } = c.var;
  const host = hostKind(new URL(c.req.url).host, services.config.rootHost);
  if (host.kind !== 'mall') throw new AppError('not_found');
  const tenant = await resolveHost({ ctx: services, input: { slug: host.slug } });
  if (!tenant) throw new AppError('not_found');
  c.set('tenant', tenant);
  c.set('services', {
    ...services,
    locale: localeOf(c, tenant.locale, offeredLanguages(tenant.locale, tenant.languages)),
  });
  await next();
});
