import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { PICK_UP_WAITS } from '../../domain/redemption/redemption.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { LOOK_BACK } from '../mall/redeemed-units.ts';
import { getMember } from '../members/find-member.ts';
import { onAccount } from '../members/open-account.ts';

/** What a member can be given at the counter now, as her account has it at this moment. */
export type Waiting = {
  /** Coupons and services that count. */
  vouchers: RedemptionView[];
  /** Goods that she takes with her, ready or not. */
  pickUps: RedemptionView[];
  /** Redemptions whose cash she pays here first. */
  toPay: RedemptionView[];
};

/** Among her latest redemptions, newest first. */
export async function listWaiting({
  ctx,
  input: { memberId },
}: {
  ctx: Context;
  input: { memberId: string };
}): Promise<Result<Waiting>> {
  const member = await getMember({ ctx, input: { memberId } });
  if (!member.ok) return member;
  const page = await onAccount(ctx, memberId, (account) =>
    account.listRedemptions({ beforeSeq: null, limit: LOOK_BACK }),
  );
  if (!page.ok) return page;
  const { items } = page.value;
  return succeed({
    vouchers: items.filter(({ state }) => state === 'issued'),
    pickUps: items.filter(({ state, pickUp }) => pickUp === true && PICK_UP_WAITS.includes(state)),
    toPay: items.filter(
      ({ state, payment }) => state === 'awaiting_payment' && payment?.method === 'counter',
    ),
  });
}
