import type { Services } from '../../context.ts';
import type { StaffSession } from '../../http/staff-session.ts';
import { AppError } from '../../lib/app-error.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { setDeviceLock } from './device-queries.ts';
import { isOwnPin } from './try-pin.ts';

type Ctx = Services & { session: StaffSession };

/** Opens the caller's own session again by her PIN; one that no PIN began has nothing to open. */
export async function unlock({
  ctx,
  input: { pin },
}: {
  ctx: Ctx;
  input: { pin: string };
}): Promise<Result<{ done: true }>> {
  const { session } = ctx;
  if (session.device === null) throw new AppError('not_found');
  if (session.membership === null) return refuse({ code: 'tenant_missing' });
  const { tenantId } = session.membership;
  const tried = await isOwnPin(ctx, { tenantId, userId: session.user.id, pin, session });
  if (!tried.ok) return tried;
  const seenAt = new Date(ctx.clock.nowMs());
  await setDeviceLock(ctx.authDb, session.sessionId, { isLocked: false, seenAt });
  return succeed({ done: true });
}

/** Locks the caller's session at once; the next request of it asks for the PIN. */
export async function lockNow({ ctx }: { ctx: Ctx }): Promise<Result<{ done: true }>> {
  const { session } = ctx;
  if (session.device === null) throw new AppError('not_found');
  await setDeviceLock(ctx.authDb, session.sessionId, { isLocked: true });
  return succeed({ done: true });
}
