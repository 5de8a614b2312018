import type { Context } from '../../context.ts';
import { decodeCursor, encodeCursor } from '../../lib/cursor.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { type MemberRow, selectMemberPage } from './queries.ts';

export type MemberPage = { items: (MemberRow & { balancePoints: number })[]; nextCursor: string | null };

/** Newest members first, or those whom the search fits. Balances are the projection's. */
export async function listMembers({
  ctx,
  input,
}: {
  ctx: Context;
  input: { search: string | null; cursor: string | null; limit: number };
}): Promise<Result<MemberPage>> {
  const after = input.cursor === null ? null : decodeCursor(input.cursor, ['number', 'string']);
  if (after === null && input.cursor !== null) {
    return refuse({ code: 'invalid_input', field: 'cursor', reason: 'not_a_cursor' });
  }
  const [rows] = await ctx.db.batch(ctx.tenant.id, [
    selectMemberPage(ctx, {
      search: input.search,
      after: after && { createdAtMs: after[0], memberId: after[1] },
      limit: input.limit + 1,
    }),
  ]);
  const items = rows.slice(0, input.limit).map(({ member, balancePoints }) => ({ ...member, balancePoints }));
  const last = items.at(-1);
  const nextCursor = last && rows.length > input.limit ? encodeCursor([last.createdAtMs, last.id]) : null;
  return succeed({ items, nextCursor });
}
