import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { COUNTED_MAX } from '../../domain/list-bounds.ts';
import { standingAt } from '../../domain/redemption/redemption.ts';
import { decodeCursor, encodeCursor } from '../../lib/cursor.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { fitsTooMany } from '../members/search-queries.ts';
import { countRedemptions, type RedemptionFilter, selectRedemptionPage } from './queries.ts';
import type { RedemptionFilterName } from './schemas.ts';

type Listed = {
  redemption: RedemptionView;
  member: { number: string; displayName: string } | null;
  pictureKey: string | null;
};
export type RedemptionPage = {
  items: Listed[];
  counts: Record<string, number>;
  /** More members fit what was searched for than were looked at. */
  tooMany: boolean;
  nextCursor: string | null;
};

/** Redemptions across members or of one, from the projection: up to seconds late, for finding. */
export async function listRedemptions({
  ctx,
  input,
}: {
  ctx: Context;
  input: {
    state: RedemptionFilterName | null;
    memberId: string | null;
    /** A number that a member reads out, or her name, phone, e-mail or number. */
    search: string | null;
    /** Work is done oldest first, history is read newest first. */
    order?: RedemptionFilter['order'];
    cursor: string | null;
    limit: number;
  };
}): Promise<Result<RedemptionPage>> {
  const after = input.cursor === null ? null : decodeCursor(input.cursor, ['number', 'string']);
  if (after === null && input.cursor !== null) {
    return refuse({ code: 'invalid_input', field: 'cursor', reason: 'not_a_cursor' });
  }
  const [rows, counted, [fitting]] = await ctx.db.batch(ctx.tenant.id, [
    selectRedemptionPage(ctx, {
      ...filterOf(input.state),
      memberId: input.memberId,
      search: input.search,
      order: input.order ?? 'newest',
      after: after && { createdAtMs: after[0], redemptionId: after[1] },
      limit: input.limit + 1,
    }),
    countRedemptions(ctx),
    fitsTooMany(ctx, input.search),
  ]);
  const page = rows.slice(0, input.limit);
  const nowMs = ctx.clock.nowMs();
  const items = page.map(({ redemption: { body, delivery }, member, pictureKey }) => ({
    redemption: standingAt({ ...body, delivery }, nowMs),
    member,
    pictureKey,
  }));
  const last = page.at(-1)?.redemption;
  const nextCursor =
    last && rows.length > input.limit ? encodeCursor([last.createdAtMs, last.redemptionId]) : null;
  return succeed({ items, counts: countsOf(counted), tooMany: fitting?.tooMany ?? false, nextCursor });
}

const TO_SHIP = ['confirmed', 'in_fulfilment'] as const;

function filterOf(name: RedemptionFilterName | null): Pick<RedemptionFilter, 'states' | 'waiting'> {
  switch (name) {
    case null:
      return { states: [], waiting: null };
    case 'to_ship':
      return { states: TO_SHIP, waiting: null };
    case 'cancel_requests':
    case 'refunds':
    case 'after_sales':
      return { states: [], waiting: name };
    default:
      return { states: [name], waiting: null };
  }
}

function countsOf(counted: { name: string; count: number }[]): Record<string, number> {
  const counts = Object.fromEntries(counted.map(({ name, count }) => [name, count]));
  const toShip = TO_SHIP.reduce((total, state) => total + (counts[state] ?? 0), 0);
  return { ...counts, to_ship: Math.min(toShip, COUNTED_MAX) };
}
