import type { Context } from '../../context.ts';
import { isGuessablePin } from '../../domain/counter-pin.ts';
import type { StaffSession } from '../../http/staff-session.ts';
import { AppError } from '../../lib/app-error.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { auditLine } from '../audit-log/queries.ts';
import { isPasswordOf } from '../staff/own-password.ts';
import { selectPinsOf } from './approver-queries.ts';
import { hashPin, isPinOf } from './pin-hash.ts';
import { storePin } from './pin-queries.ts';
import { takePinTry } from './pin-tries.ts';
import { isOwnPin } from './try-pin.ts';

const HOUR_MS = 3_600_000;
const CHANGES_MAX = 10;

type Input = { pin: string; proof: string; session: StaffSession };

/**
 * Sets the caller's own PIN in this shop. `proof` is her password, or the PIN she has where a link alone
 * brought her in: whoever sits down at a console left open must not be able to approve ever after.
 */
export async function setOwnPin({
  ctx,
  input: { pin, proof, session },
}: {
  ctx: Context;
  input: Input;
}): Promise<Result<{ done: true }>> {
  const { actor, config, tenant } = ctx;
  if (actor.kind !== 'staff') throw new AppError('forbidden');
  const own = { tenantId: tenant.id, userId: actor.userId };
  if (isGuessablePin(pin)) return refuse({ code: 'pin_refused' });
  const proved = session.isPinOnly
    ? await isOwnPin(ctx, { ...own, pin: proof, session })
    : await isPasswordOf(ctx, session.user, proof);
  if (!proved.ok) return proved;
  // Asking which PINs are another's is guessing too.
  const key = `pin-change:${own.tenantId}:${own.userId}`;
  const counted = await takePinTry(ctx, [{ key, triesMax: CHANGES_MAX, windowMs: HOUR_MS, forgiven: false }]);
  if (!counted.ok) return counted;
  if (actor.role !== 'clerk' && (await isAnotherApprovers(ctx, own.userId, pin)))
    return refuse({ code: 'pin_refused' });
  const stored = await storePin(
    ctx.authDb,
    { ...own, ...hashPin(config, own, pin), nowMs: ctx.clock.nowMs() },
    auditLine(ctx, 'staff.pin_set', own.userId),
  );
  return stored ? succeed({ done: true }) : refuse({ code: 'not_found' });
}

/** An approval names whoever has the PIN, so that no two approvers have the same one. */
async function isAnotherApprovers(ctx: Context, ownId: string, pin: string): Promise<boolean> {
  const kept = await selectPinsOf(ctx.authDb, ctx.tenant.id, ['manager', 'owner']);
  return kept.some(
    (each) =>
      each.userId !== ownId &&
      isPinOf(ctx.config, { tenantId: ctx.tenant.id, userId: each.userId }, pin, each),
  );
}
