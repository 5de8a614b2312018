import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { type AskStanding, askStanding, isAskedFor, keyOfAsk } from '../../domain/counter-ask.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { redemptionIdOf } from '../redemptions/redemption-id.ts';
import { type AskRow, selectAsk } from './ask-queries.ts';

/** An ask as it stands at this moment, with what came of it. */
export type AskNow = { row: AskRow; standing: AskStanding; redemption: RedemptionView | null };

/** Any clerk of the shop may look after an ask; missing and foreign look alike. */
export async function readAsk({
  ctx,
  input: { askId },
}: {
  ctx: Context;
  input: { askId: string };
}): Promise<Result<AskNow>> {
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [selectAsk(ctx, askId)]);
  return row ? succeed(await standingOf(ctx, row)) : refuse({ code: 'not_found' });
}

/** What her account has of it counts, not what was last noted here: an answer may have been lost. */
export async function standingOf(ctx: Context, row: AskRow): Promise<AskNow> {
  const mayHave = row.state === 'confirmed' || row.state === 'refused';
  const redemption = mayHave ? await redemptionOf(ctx, row) : null;
  return { row, standing: askStanding(row, redemption !== null, ctx.clock.nowMs()), redemption };
}

async function redemptionOf(ctx: Context, row: AskRow): Promise<RedemptionView | null> {
  const redemptionId = redemptionIdOf(ctx.tenant.id, row.memberId, keyOfAsk(row.id));
  const found = await ctx.accounts.of(row.memberId).getRedemption(redemptionId);
  if (!found.ok || !isAskedFor(row, found.value)) return null;
  // One that a stock refused came to nothing; why, her confirmation notes.
  return found.value.state !== 'undone' && found.value.state !== 'undoing' ? found.value : null;
}
