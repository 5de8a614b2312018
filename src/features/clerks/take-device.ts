import type { Context } from '../../context.ts';
import type { StaffSession } from '../../http/staff-session.ts';
import { AppError } from '../../lib/app-error.ts';
import { type Result, succeed } from '../../lib/result.ts';
import type { Joined } from './join-counter.ts';
import { tryPin } from './try-pin.ts';

/**
 * Looks at the PIN of a clerk whom a password brought in, so that she goes on by it on this device: from
 * then on it stays signed in, locks itself and knows her. Clerks alone: a manager's session is no counter's.
 */
export async function takeDevice({
  ctx,
  input: { pin, session },
}: {
  ctx: Context;
  input: { pin: string; session: StaffSession };
}): Promise<Result<Joined>> {
  const { actor, tenant } = ctx;
  if (actor.kind !== 'staff' || actor.role !== 'clerk') throw new AppError('forbidden');
  const own = { tenantId: tenant.id, userId: actor.userId };
  // A session is as good as a device for counting guesses: each costs a password.
  const tried = await tryPin(ctx, { ...own, deviceId: session.device?.id ?? session.sessionId, pin });
  return tried.ok ? succeed(own) : tried;
}
