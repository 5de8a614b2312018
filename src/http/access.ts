import { createMiddleware } from 'hono/factory';
import type { Scope, StaffRole } from '../context.ts';
import type { AppEnv } from './env.ts';
import { AppError, RefusedError } from './errors.ts';

/**
 * Who may call a route: anyone; anyone signed in to the console; staff of at least a role in the
 * shop that the session is on; a key of the public API with a scope; a member of the shop.
 */
export type Access = { only: 'anyone' | 'session' | 'member' } | { role: StaffRole } | { scope: Scope };

const RANK: Record<StaffRole, number> = { clerk: 0, manager: 1, owner: 2 };

export function hasRole(role: StaffRole, least: StaffRole): boolean {
  return RANK[role] >= RANK[least];
}

/**
 * Lets a request through to its handler or refuses it. `staffSession` or `apiKey` has already said
 * who asks; this compares that with what the route declares.
 */
export function requireAccess(access: Access) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if ('scope' in access) {
      const actor = c.get('ctx')?.actor;
      if (actor?.kind !== 'api') throw new AppError('unauthenticated');
      if (!actor.scopes.includes(access.scope))
        throw new AppError('forbidden', { requiredScope: access.scope });
    } else if ('role' in access) {
      if (!c.get('session')) throw new AppError('unauthenticated');
      const actor = c.get('ctx')?.actor;
      if (actor?.kind !== 'staff') throw new RefusedError({ code: 'tenant_missing' });
      if (!hasRole(actor.role, access.role)) throw new AppError('forbidden', { requiredRole: access.role });
    } else if (access.only === 'session' && !c.get('session')) {
      throw new AppError('unauthenticated');
    } else if (access.only === 'member' && c.get('ctx')?.actor.kind !== 'member') {
      throw new AppError('unauthenticated');
    }
    await next();
  });
}
