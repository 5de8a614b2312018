import type { Context } from '../../context.ts';
import { decodeCursor, encodeCursor } from '../../lib/cursor.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { type MemberSort, type SortDirection, selectMemberList } from './list-queries.ts';
import type { MemberRow } from './queries.ts';
import { fitsTooMany } from './search-queries.ts';

/** A member with what the projection last heard of her: up to seconds late, for looking, never for deciding. */
export type ListedMember = MemberRow & {
  balancePoints: number;
  availablePoints: number;
  spentMinor: number;
  lastVisitAtMs: number | null;
  frozenAtMs: number | null;
};
export type MemberPage = {
  items: ListedMember[];
  /** More fit what was searched for than are listed. */
  tooMany: boolean;
  nextCursor: string | null;
};

/** Members by one of their figures, all of them or those whom the search fits. */
export async function listMembers({
  ctx,
  input,
}: {
  ctx: Context;
  input: {
    search: string | null;
    sort?: MemberSort;
    direction?: SortDirection;
    cursor: string | null;
    limit: number;
  };
}): Promise<Result<MemberPage>> {
  const { search, sort = 'joined', direction = 'desc', limit } = input;
  const position = input.cursor === null ? null : decodeCursor(input.cursor, ['string', 'number', 'string']);
  if (input.cursor !== null && (position === null || position[0] !== `${sort}.${direction}`)) {
    return refuse({ code: 'invalid_input', field: 'cursor', reason: 'not_a_cursor' });
  }
  const after = position && { value: position[1], memberId: position[2] };
  const [rows, [fitting]] = await ctx.db.batch(ctx.tenant.id, [
    selectMemberList(ctx, { search, sort, direction, after, limit: limit + 1 }),
    fitsTooMany(ctx, search),
  ]);
  const items = rows.slice(0, limit).map(({ member, figures }) => ({ ...member, ...figures }));
  const last = rows.slice(0, limit).at(-1);
  const goesOn = last !== undefined && rows.length > limit;
  const nextCursor = goesOn ? encodeCursor([`${sort}.${direction}`, last.sortedBy, last.member.id]) : null;
  return succeed({ items, tooMany: fitting?.tooMany ?? false, nextCursor });
}
