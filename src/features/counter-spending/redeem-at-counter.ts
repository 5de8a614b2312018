import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { AppError } from '../../lib/app-error.ts';
import { type Result, refuse } from '../../lib/result.ts';
import { readPresence } from '../member-code/presence.ts';
import { getMember } from '../members/find-member.ts';
import { redeemFor } from '../redemptions/redeem.ts';
import type { RedeemAtCounterInput } from './schemas.ts';

/** A phone that typed a code lately proves a large redemption as its own mall would. */
const PROVED = Number.MAX_SAFE_INTEGER;

/**
 * Redeems for a member who showed this clerk her turning code within five minutes; without that it is
 * refused `presence_needed`. Goods are in her hand with it, coupons and services become a voucher. The
 * journal says who did it. A large one from a phone that proved nothing lately is `proof_needed`: she
 * confirms it on that phone.
 */
export async function redeemAtCounter({
  ctx,
  input,
}: {
  ctx: Context;
  input: RedeemAtCounterInput;
}): Promise<Result<RedemptionView>> {
  if (ctx.actor.kind !== 'staff') throw new AppError('forbidden');
  const { memberId, presence, key, ...wanted } = input;
  const member = await getMember({ ctx, input: { memberId } });
  if (!member.ok) return member;
  const present = presence === null ? null : await readPresence(ctx, { memberId, presence });
  if (present === null) return refuse({ code: 'presence_needed' });
  return redeemFor({
    ctx,
    input: { ...wanted, ...takenAlong(wanted), key },
    redeemer: {
      memberId,
      provedUntilMs: present.isProved ? PROVED : null,
      // Another clerk's key is another redemption, and none of hers.
      idKey: `counter:${ctx.actor.userId}:${key}`,
      handsOver: true,
    },
  });
}

/** Nothing travels, and cash is paid where she stands. */
export function takenAlong({ cashEachMinor }: { cashEachMinor: number }) {
  return { payment: cashEachMinor > 0 ? ('counter' as const) : null, delivery: null, pickUp: true };
}
