import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import type { Result } from '../../lib/result.ts';
import { commandOf } from '../command.ts';
import { actOnRedemption, type RedemptionName } from './act-on-redemption.ts';

/**
 * Before packing begins everything goes back at once; after it the member's cancel waits for the shop,
 * or with `unpackedOnly` is refused as `fenced`; the shop's own still gives everything back. With
 * `cashBackMinor`, the cash she was told comes back, any other sum is refused as `cash_changed`. What
 * staff give as the reason the member reads.
 */
export function cancelRedemption({
  ctx,
  input,
}: {
  ctx: Context;
  input: RedemptionName & {
    reason: string | null;
    unpackedOnly?: boolean;
    cashBackMinor?: number;
    key: string;
  };
}): Promise<Result<RedemptionView>> {
  const { redemptionId, reason, unpackedOnly, cashBackMinor, key } = input;
  const seen = {
    ...(unpackedOnly && { unpackedOnly }),
    ...(cashBackMinor !== undefined && { cashBackMinor }),
  };
  const command = { ...commandOf(ctx, key), redemptionId, reason, ...seen };
  return actOnRedemption(ctx, input.memberId, (account) => account.cancelRedemption(command));
}

/** The shop says yes or no, and why, to a member who asked to cancel after packing began. */
export function answerCancelRequest({
  ctx,
  input,
}: {
  ctx: Context;
  input: RedemptionName & { accept: boolean; reason: string | null; key: string };
}): Promise<Result<RedemptionView>> {
  const { redemptionId, accept, reason, key } = input;
  return actOnRedemption(ctx, input.memberId, (account) =>
    account.answerCancelRequest({ ...commandOf(ctx, key), redemptionId, accept, reason }),
  );
}
