import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../../http/env.ts';
import { AppError } from '../../http/errors.ts';
import { contextOf } from '../../http/services.ts';
import { requireMember } from '../mall/read-member.ts';
import { readBearer } from './bearer.ts';

/** For routes that need nobody: whoever asks is a visitor, cookies or not. */
export const anyVisitor = createMiddleware<AppEnv>(async (c, next) => {
  const { services, tenant } = c.var;
  c.set('ctx', contextOf(c.env, services, tenant, { kind: 'visitor' }));
  await next();
});

/**
 * The member whose bearer came along, with her figures at this moment: her account says whether the
 * session still holds. Without her nothing behind this is reached.
 */
export const bearerMember = createMiddleware<AppEnv>(async (c, next) => {
  const { services, tenant } = c.var;
  const session = await readBearer(
    { ...services, tenant },
    c.req.header('authorization'),
    c.req.header('origin'),
  );
  if (!session) throw new AppError('unauthenticated');
  const { memberId, sessionGeneration } = session;
  // The merchant's word opened it: nobody has typed a code here.
  const actor = { kind: 'member', memberId, sessionGeneration, provedUntilMs: null } as const;
  const ctx = contextOf(c.env, services, tenant, actor);
  const member = await requireMember({ ctx });
  if (!member) throw new AppError('unauthenticated');
  c.set('ctx', ctx);
  c.set('member', member);
  await next();
});
