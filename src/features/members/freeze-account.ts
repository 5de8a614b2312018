import type { Context } from '../../context.ts';
import type { FreezeReason, FreezeState } from '../../domain/ledger/freeze.ts';
import type { Result } from '../../lib/result.ts';
import { commandOf } from '../command.ts';
import { getMember } from './find-member.ts';
import { onAccount } from './open-account.ts';

/**
 * Staff freeze a member's account, or undo it. A frozen one takes no new purchase and no redemption,
 * whichever way they come; refunds, what is under way, and staff's corrections go on.
 */
export async function freezeAccount({
  ctx,
  input: { memberId, freezes, reason, note, key },
}: {
  ctx: Context;
  input: { memberId: string; freezes: boolean; reason: FreezeReason; note: string | null; key: string };
}): Promise<Result<FreezeState>> {
  const member = await getMember({ ctx, input: { memberId } });
  if (!member.ok) return member;
  return onAccount(ctx, memberId, (account) =>
    account.freeze({ ...commandOf(ctx, key), freezes, reason, note }),
  );
}
