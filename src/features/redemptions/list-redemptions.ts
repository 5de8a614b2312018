import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { decodeCursor, encodeCursor } from '../../lib/cursor.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { countRedemptions, type RedemptionFilter, selectRedemptionPage } from './queries.ts';
import type { RedemptionTab } from './schemas.ts';

type Listed = { redemption: RedemptionView; member: { number: string; displayName: string } | null };
export type RedemptionPage = {
  items: Listed[];
  counts: Record<RedemptionTab, number>;
  nextCursor: string | null;
};

/** What staff work from, in the words of the lists that they open. */
const TABS: Record<RedemptionTab, Pick<RedemptionFilter, 'states' | 'cancelRequested'>> = {
  all: { states: null, cancelRequested: false },
  to_ship: { states: ['confirmed', 'in_fulfilment'], cancelRequested: false },
  cancel_requested: { states: null, cancelRequested: true },
  shipped: { states: ['shipped'], cancelRequested: false },
  received: { states: ['received'], cancelRequested: false },
  cancelled: { states: ['cancelling', 'cancelled'], cancelRequested: false },
};

/** Redemptions of all members, newest first, from the projection: up to seconds late, for finding. */
export async function listRedemptions({
  ctx,
  input,
}: {
  ctx: Context;
  input: { tab: RedemptionTab; cursor: string | null; limit: number };
}): Promise<Result<RedemptionPage>> {
  const after = input.cursor === null ? null : decodeCursor(input.cursor, ['number', 'string']);
  if (after === null && input.cursor !== null) {
    return refuse({ code: 'invalid_input', field: 'cursor', reason: 'not_a_cursor' });
  }
  const [rows, perState] = await ctx.db.batch(ctx.tenant.id, [
    selectRedemptionPage(ctx, {
      ...TABS[input.tab],
      after: after && { createdAtMs: after[0], redemptionId: after[1] },
      limit: input.limit + 1,
    }),
    countRedemptions(ctx),
  ]);
  const page = rows.slice(0, input.limit);
  const items = page.map(({ redemption: { body, delivery }, member }) => ({
    redemption: { ...body, delivery },
    member,
  }));
  const last = page.at(-1)?.redemption;
  const nextCursor =
    last && rows.length > input.limit ? encodeCursor([last.createdAtMs, last.redemptionId]) : null;
  return succeed({ items, counts: countTabs(perState), nextCursor });
}

type StateCount = { state: RedemptionView['state']; count: number; cancelRequested: number };

export function countTabs(perState: StateCount[]): Record<RedemptionTab, number> {
  const inStates = (states: readonly string[] | null) =>
    perState
      .filter(({ state }) => states === null || states.includes(state))
      .reduce((sum, { count }) => sum + count, 0);
  return {
    all: inStates(TABS.all.states),
    to_ship: inStates(TABS.to_ship.states),
    cancel_requested: perState.reduce((sum, each) => sum + each.cancelRequested, 0),
    shipped: inStates(TABS.shipped.states),
    received: inStates(TABS.received.states),
    cancelled: inStates(TABS.cancelled.states),
  };
}
