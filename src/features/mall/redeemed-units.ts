import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { onAccount } from '../members/open-account.ts';
import { ACCOUNT_WAIT_MS } from './read-member.ts';
import { withinOrNull } from './within.ts';

export const LOOK_BACK = 100;
const GIVEN_BACK = new Set(['undoing', 'undone', 'cancelling', 'cancelled']);

/** Units that a member has had, by reward. */
export type RedeemedUnits = ReadonlyMap<string, number>;

/**
 * How many of each reward the member has had, as far as her latest redemptions show. For buttons and
 * shelves alone: the account counts for itself, over all of them.
 */
export async function readRedeemedUnits({ ctx }: { ctx: Context }): Promise<RedeemedUnits> {
  if (ctx.actor.kind !== 'member') return new Map();
  const page = await withinOrNull(
    ACCOUNT_WAIT_MS,
    onAccount(ctx, ctx.actor.memberId, (account) =>
      account.listRedemptions({ beforeSeq: null, limit: LOOK_BACK }),
    ),
  );
  return page?.ok ? redeemedUnitsOf(page.value.items) : new Map();
}

/** The same of one reward. */
export async function countRedeemedUnits({
  ctx,
  input,
}: {
  ctx: Context;
  input: { rewardId: string };
}): Promise<number> {
  return (await readRedeemedUnits({ ctx })).get(input.rewardId) ?? 0;
}

/** Units, by reward, in redemptions that went through or still may. */
export function redeemedUnitsOf(redemptions: readonly RedemptionView[]): RedeemedUnits {
  const units = new Map<string, number>();
  const lines = redemptions.filter(isKept).flatMap((redemption) => redemption.lines);
  for (const { rewardId, quantity } of lines) units.set(rewardId, (units.get(rewardId) ?? 0) + quantity);
  return units;
}

/** Whether a redemption was not given back, and is not about to be. */
export function isKept({ state }: RedemptionView): boolean {
  return !GIVEN_BACK.has(state);
}
