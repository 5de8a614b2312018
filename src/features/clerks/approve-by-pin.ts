import { type Context, STAFF_ROLES, type StaffRole } from '../../context.ts';
import { AppError } from '../../lib/app-error.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { selectPinsOf } from './approver-queries.ts';
import { isPinOf } from './pin-hash.ts';
import { countsOfApproval, forgivePinTry, takePinTry } from './pin-tries.ts';

export type Approval = { userId: string; name: string };

/**
 * Who of the shop's managers and owners (`least: 'owner'`: owners alone) has this PIN, typed on the
 * device of whoever asks. Her role counts as it is now, not as it was when she set the PIN. Refuses
 * `pin_wrong`, `locked` after five, `no_approver` where nobody has a PIN. The PIN is for this call
 * alone: it must not be kept, logged or hashed into an Idempotency-Key's input.
 */
export async function approveByPin({
  ctx,
  input: { pin, least = 'manager' },
}: {
  ctx: Context;
  input: { pin: string; least?: 'manager' | 'owner' };
}): Promise<Result<Approval>> {
  const { actor, authDb, config, tenant } = ctx;
  if (actor.kind !== 'staff') throw new AppError('forbidden');
  const kept = await selectPinsOf(authDb, tenant.id, approvers(least));
  if (kept.length === 0) return refuse({ code: 'no_approver' });
  const taken = await takePinTry(ctx, countsOfApproval({ tenantId: tenant.id, userId: actor.userId }));
  if (!taken.ok) return taken;
  const found = kept.filter((each) =>
    isPinOf(config, { tenantId: tenant.id, userId: each.userId }, pin, each),
  );
  const [one, ...others] = found;
  // Two with one PIN: nobody could say later who approved, so neither did.
  if (!one || others.length > 0) return refuse({ code: 'pin_wrong', triesLeft: taken.value.triesLeft });
  await forgivePinTry(ctx, taken.value);
  return succeed({ userId: one.userId, name: one.name });
}

function approvers(least: 'manager' | 'owner'): readonly StaffRole[] {
  return least === 'owner' ? ['owner'] : STAFF_ROLES.filter((role) => role !== 'clerk');
}
