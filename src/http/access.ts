import { createMiddleware } from 'hono/factory';
import type { Scope, StaffRole } from '../context.ts';
import type { AppEnv } from './env.ts';
import { AppError, RefusedError } from './errors.ts';
import type { StaffSession } from './staff-session.ts';

/**
 * Who may call a route: anyone; anyone with an account of the console; whoever is `present`, also
 * where her device has locked itself or a PIN is all she has; staff of at least a role in the shop that
 * the session is on; a key of the public API with a scope; a member of the shop.
 */
export type Access =
  | { only: 'anyone' | 'session' | 'present' | 'member' }
  | { role: StaffRole }
  | { scope: Scope };

const RANK: Record<StaffRole, number> = { clerk: 0, manager: 1, owner: 2 };

export function hasRole(role: StaffRole, least: StaffRole): boolean {
  return RANK[role] >= RANK[least];
}

/** What a page of the console was drawn for; cookies are of the browser and may be another's by now. */
export const SEEN_SESSION_HEADER = 'x-seen-session';

function seenSession({ user, membership }: StaffSession): string {
  return `${user.id} ${membership?.tenantId ?? ''}`;
}

/** A device that was left alone answers nothing until the PIN. */
function refuseLocked({ device }: StaffSession): void {
  if (device?.isLocked) throw new RefusedError({ code: 'pin_needed' });
}

/**
 * Lets a request through to its handler or refuses it. `staffSession` or `apiKey` has already said
 * who asks; this compares that with what the route declares, and with whom the page was drawn for.
 */
export function requireAccess(access: Access) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if ('scope' in access) {
      const actor = c.get('ctx')?.actor;
      if (actor?.kind !== 'api') throw new AppError('unauthenticated');
      if (!actor.scopes.includes(access.scope))
        throw new AppError('forbidden', { requiredScope: access.scope });
    } else if ('role' in access) {
      const session = c.get('session');
      if (!session) throw new AppError('unauthenticated');
      const seen = c.req.header(SEEN_SESSION_HEADER);
      if (seen !== undefined && seen !== seenSession(session)) throw new AppError('session_changed');
      refuseLocked(session);
      const actor = c.get('ctx')?.actor;
      if (actor?.kind !== 'staff') throw new RefusedError({ code: 'tenant_missing' });
      if (!hasRole(actor.role, access.role)) throw new AppError('forbidden', { requiredRole: access.role });
    } else if (access.only === 'session' || access.only === 'present') {
      const session = c.get('session');
      if (!session) throw new AppError('unauthenticated');
      if (access.only === 'session') {
        refuseLocked(session);
        // Six digits are enough for a counter, and for no shop of one's own.
        if (session.isPinOnly) throw new AppError('forbidden');
      }
    } else if (access.only === 'member' && c.get('ctx')?.actor.kind !== 'member') {
      throw new AppError('unauthenticated');
    }
    await next();
  });
}
