import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { decodeCursor, encodeCursor } from '../../lib/cursor.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { onAccount } from '../members/open-account.ts';
import type { RedemptionName } from './act-on-redemption.ts';
import { selectRedemptionOwner } from './queries.ts';

/** One redemption as its account has it at this moment. Missing and foreign look alike. */
export async function getRedemption({
  ctx,
  input: { memberId, redemptionId },
}: {
  ctx: Context;
  input: RedemptionName;
}): Promise<Result<RedemptionView>> {
  const found = await ctx.accounts.of(memberId).getRedemption(redemptionId);
  return found.ok ? found : refuse({ code: 'not_found' });
}

/** One redemption by its id alone, which the projection knows the owner of. */
export async function findRedemption({
  ctx,
  input: { redemptionId },
}: {
  ctx: Context;
  input: { redemptionId: string };
}): Promise<Result<RedemptionView>> {
  const [[owner]] = await ctx.db.batch(ctx.tenant.id, [selectRedemptionOwner(ctx, redemptionId)]);
  if (!owner) return refuse({ code: 'not_found' });
  return getRedemption({ ctx, input: { memberId: owner.memberId, redemptionId } });
}

/** A member's own redemptions, newest first, from her account. The member is known to exist. */
export async function listOwnRedemptions({
  ctx,
  input,
}: {
  ctx: Context;
  input: { memberId: string; cursor: string | null; limit: number };
}): Promise<Result<{ items: RedemptionView[]; nextCursor: string | null }>> {
  const before = input.cursor === null ? null : decodeCursor(input.cursor, ['number']);
  if (before === null && input.cursor !== null) {
    return refuse({ code: 'invalid_input', field: 'cursor', reason: 'not_a_cursor' });
  }
  const page = await onAccount(ctx, input.memberId, (account) =>
    account.listRedemptions({ beforeSeq: before?.[0] ?? null, limit: input.limit }),
  );
  if (!page.ok) return page;
  const { items, nextCursor } = page.value;
  return succeed({ items, nextCursor: nextCursor === null ? null : encodeCursor([nextCursor]) });
}
