import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { AppError } from '../../lib/app-error.ts';
import type { Result } from '../../lib/result.ts';
import { readPresence } from '../member-code/presence.ts';
import { getMember } from '../members/find-member.ts';
import { madeBefore, redeemFor } from '../redemptions/redeem.ts';
import { redemptionIdOf } from '../redemptions/redemption-id.ts';
import type { RedeemAtCounterInput } from './schemas.ts';

/** A phone that typed a code lately proves a large redemption as its own mall would. */
const PROVED = Number.MAX_SAFE_INTEGER;

/**
 * Redeems for a member who showed this clerk her turning code within five minutes; without that it is
 * refused `presence_needed`, unless this very submit has redeemed before. Goods are in her hand with it,
 * coupons and services become a voucher. The journal says who did it. A large one from a phone that proved nothing lately is `proof_needed`: she
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
  const asked = { ...wanted, ...takenAlong(wanted), key };
  // Another clerk's key is another redemption, and none of hers.
  const idKey = `counter:${ctx.actor.userId}:${key}`;
  if (present === null) {
    const redemptionId = redemptionIdOf(ctx.tenant.id, memberId, idKey);
    const refusal = { code: 'presence_needed' } as const;
    return madeBefore(ctx, { memberId, redemptionId, input: asked, refusal });
  }
  const provedUntilMs = present.isProved ? PROVED : null;
  return redeemFor({ ctx, input: asked, redeemer: { memberId, provedUntilMs, idKey, handsOver: true } });
}

/** Nothing travels, and cash is paid where she stands. */
export function takenAlong({ cashEachMinor }: { cashEachMinor: number }) {
  return { payment: cashEachMinor > 0 ? ('counter' as const) : null, delivery: null, pickUp: true };
}
