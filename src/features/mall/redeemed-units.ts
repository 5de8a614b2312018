import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { onAccount } from '../members/open-account.ts';
import { ACCOUNT_WAIT_MS } from './read-member.ts';
import { withinOrNull } from './within.ts';

export const LOOK_BACK = 100;
const GIVEN_BACK = new Set(['undoing', 'undone', 'cancelling', 'cancelled']);

/**
 * How many of a reward the member has had, as far as her latest redemptions show. For the button
 * alone: the account counts for itself, over all of them.
 */
export async function countRedeemedUnits({
  ctx,
  input,
}: {
  ctx: Context;
  input: { rewardId: string };
}): Promise<number> {
  if (ctx.actor.kind !== 'member') return 0;
  const page = await withinOrNull(
    ACCOUNT_WAIT_MS,
    onAccount(ctx, ctx.actor.memberId, (account) =>
      account.listRedemptions({ beforeSeq: null, limit: LOOK_BACK }),
    ),
  );
  return page?.ok ? redeemedUnitsOf(page.value.items, input.rewardId) : 0;
}

/** Units of a reward in redemptions that went through or still may. */
export function redeemedUnitsOf(redemptions: readonly RedemptionView[], rewardId: string): number {
  return redemptions
    .filter(isKept)
    .flatMap(({ lines }) => lines)
    .filter((line) => line.rewardId === rewardId)
    .reduce((units, line) => units + line.quantity, 0);
}

/** Whether a redemption was not given back, and is not about to be. */
export function isKept({ state }: RedemptionView): boolean {
  return !GIVEN_BACK.has(state);
}
