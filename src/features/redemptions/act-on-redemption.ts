import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type Result, refuse } from '../../lib/result.ts';
import { refreshBandLater } from '../publication/refresh-bands.ts';

/** Names one redemption; the account that owns it is found by the member. */
export type RedemptionName = { memberId: string; redemptionId: string };

/**
 * Asks the account that owns a redemption. An account that was never opened belongs to nobody here:
 * missing and foreign look alike. What staff changed, its journal tells the audit log.
 */
export async function actOnRedemption(
  ctx: Context,
  memberId: string,
  act: (account: ReturnType<Context['accounts']['of']>) => Promise<Outcome<RedemptionView>>,
): Promise<Result<RedemptionView>> {
  const outcome = await act(ctx.accounts.of(memberId));
  if (!outcome.ok) return outcome.refusal.code === 'not_open' ? refuse({ code: 'not_found' }) : outcome;
  if (outcome.value.state === 'cancelled') {
    for (const line of outcome.value.lines) refreshBandLater(ctx, line.rewardId);
  }
  return outcome;
}
