import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { type Result, refuse } from '../../lib/result.ts';
import { commandOf } from '../command.ts';
import { actOnRedemption, type RedemptionName } from './act-on-redemption.ts';
import { staffNames } from './staff-names.ts';

type Keyed = RedemptionName & { key: string };
type Verb<Input> = (verb: { ctx: Context; input: Input }) => Promise<Result<RedemptionView>>;

/**
 * Looks at Stripe and decides by what it says; somebody came back from paying, or wants to know. Asked again
 * within a few seconds it answers what is known.
 */
export const settlePayment: Verb<RedemptionName> = ({ ctx, input }) =>
  actOnRedemption(ctx, input.memberId, (account) =>
    account.settlePayment({ redemptionId: input.redemptionId, asks: true }),
  );

/**
 * Staff have the cash in hand; `receipt` is the number of the shop's own slip. Cash that was confirmed
 * before is refused as `cash_taken`, which names who took it.
 */
export const confirmCounterPayment: Verb<Keyed & { receipt: string | null }> = async ({ ctx, input }) => {
  const { redemptionId, receipt, key } = input;
  const outcome = await actOnRedemption(ctx, input.memberId, (account) =>
    account.confirmCounterPayment({ ...commandOf(ctx, key), redemptionId, receipt }),
  );
  if (outcome.ok || outcome.refusal.code !== 'cash_taken') return outcome;
  const { by } = outcome.refusal;
  const names = await staffNames(ctx, [by]);
  return refuse({ ...outcome.refusal, byName: names.get(by?.id ?? '') ?? null });
};

/** Gives cash back, whole or in part, while the goods stay the member's. Minor units. */
export const refundPayment: Verb<Keyed & { amountMinor: number }> = ({ ctx, input }) => {
  const { redemptionId, amountMinor, key } = input;
  return actOnRedemption(ctx, input.memberId, (account) =>
    account.refundPayment({ ...commandOf(ctx, key), redemptionId, amountMinor }),
  );
};

/** Has a refund that Stripe refused tried again. */
export const retryRefund: Verb<Keyed & { refundKey: string }> = ({ ctx, input }) => {
  const { redemptionId, refundKey, key } = input;
  return actOnRedemption(ctx, input.memberId, (account) =>
    account.retryRefund({ ...commandOf(ctx, key), redemptionId, refundKey }),
  );
};

/** Staff have given the cash of a failed refund back by another way than Stripe; `reason` says which. */
export const confirmPaidOutside: Verb<Keyed & { refundKey: string; reason: string }> = ({ ctx, input }) => {
  const { redemptionId, refundKey, reason, key } = input;
  return actOnRedemption(ctx, input.memberId, (account) =>
    account.confirmPaidOutside({ ...commandOf(ctx, key), redemptionId, refundKey, reason }),
  );
};

/** Staff have handed the cash of a refund over at the counter. */
export const confirmCounterRefund: Verb<Keyed & { refundKey: string }> = ({ ctx, input }) => {
  const { redemptionId, refundKey, key } = input;
  return actOnRedemption(ctx, input.memberId, (account) =>
    account.confirmCounterRefund({ ...commandOf(ctx, key), redemptionId, refundKey }),
  );
};
