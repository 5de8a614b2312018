import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { type Result, succeed } from '../../lib/result.ts';
import type { RedemptionName } from './act-on-redemption.ts';
import { prepareRedemption } from './fulfil-redemption.ts';
import { inTurn } from './in-turn.ts';

export type PreparedRow = { redemptionId: string; redemption: RedemptionView | null };

const AT_ONCE = 8;

/**
 * Packing begins for each of them by itself: whoever prints the list has passed the fence with what
 * stands on it. Null where one can't be packed any more; it stays as it is. Sent again it changes nothing.
 */
export async function prepareRedemptions({
  ctx,
  input: { redemptions, key },
}: {
  ctx: Context;
  input: { redemptions: readonly RedemptionName[]; key: string };
}): Promise<Result<PreparedRow[]>> {
  const rows = await inTurn(redemptions, AT_ONCE, async (name): Promise<PreparedRow> => {
    const input = { ...name, key: `${key}/${name.redemptionId}` };
    const prepared = await prepareRedemption({ ctx, input });
    return { redemptionId: name.redemptionId, redemption: prepared.ok ? prepared.value : null };
  });
  return succeed(rows);
}
