import type { Context } from '../../context.ts';
import type { JournalRow } from '../../domain/journal.ts';
import type { LetterKind, LetterState } from '../../domain/letter.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import type { RedemptionName } from './act-on-redemption.ts';
import { selectEntriesOf, selectLettersAbout, selectRedemptionOwner } from './queries.ts';

export type Trail = {
  entries: JournalRow[];
  letters: { kind: LetterKind; state: LetterState; createdAtMs: number; doneAtMs: number | null }[];
};

/**
 * What a redemption left in the books, and what its member was told of it by e-mail, each oldest first;
 * from the projection, so up to seconds late. Missing and foreign look alike.
 */
export async function getTrail({
  ctx,
  input: { memberId, redemptionId },
}: {
  ctx: Context;
  input: RedemptionName;
}): Promise<Result<Trail>> {
  const [[owner], entries, letters] = await ctx.db.batch(ctx.tenant.id, [
    selectRedemptionOwner(ctx, redemptionId),
    selectEntriesOf(ctx, memberId, redemptionId),
    selectLettersAbout(ctx, redemptionId),
  ]);
  if (owner?.memberId !== memberId) return refuse({ code: 'not_found' });
  return succeed({ entries, letters });
}
