import { createMiddleware } from 'hono/factory';
import type { Actor } from '../../context.ts';
import type { AppEnv } from '../../http/env.ts';
import { readMemberSession } from '../../http/member-session.ts';
import { contextOf } from '../../http/services.ts';

/** On a mall's host: the member whose cookie came along, else a visitor. Stands behind `tenantOfHost`. */
export const memberActor = createMiddleware<AppEnv>(async (c, next) => {
  const { services, tenant } = c.var;
  const session = await readMemberSession(c, tenant);
  const actor: Actor = session ? { kind: 'member', ...session } : { kind: 'visitor' };
  c.set('ctx', contextOf(c.env, services, tenant, actor));
  await next();
});
