import type { PaymentView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import type { JournalRow } from '../../domain/journal.ts';
import { isoOrNull } from '../../lib/instant.ts';
import { whyOf } from '../members/why.ts';
import { selectProgrammeAt } from '../programme/queries.ts';
import { countOpenQuestions } from '../questions/queries.ts';
import {
  countLiveRewards,
  countMembers,
  countParked,
  selectRecent,
  selectToDo,
  sumCash,
  sumPoints,
} from './queries.ts';
import type { HomeAnswer } from './schemas.ts';

const FIGURES_DAYS = 30;
const DAY_MS = 86_400_000;
const RECENT_EVENTS = 10;

/** What must be done, is it working, what happened last. */
export async function getHome({ ctx }: { ctx: Context }): Promise<HomeAnswer> {
  const nowMs = ctx.clock.nowMs();
  const [[toDo], [people], [points], [cash], [shelf], [programme], [parked], [inbox], recent] =
    await ctx.db.batch(ctx.tenant.id, [
      selectToDo(ctx, nowMs),
      countMembers(ctx),
      sumPoints(ctx, nowMs - FIGURES_DAYS * DAY_MS),
      sumCash(ctx, nowMs - FIGURES_DAYS * DAY_MS),
      countLiveRewards(ctx),
      selectProgrammeAt(ctx, nowMs),
      countParked(ctx),
      countOpenQuestions(ctx),
      selectRecent(ctx, RECENT_EVENTS),
    ]);
  if (!toDo || !people || !points || !cash || !shelf || !parked || !inbox)
    throw new Error('an aggregate gave no row');
  const { oldestToShipAtMs, ...waiting } = toDo;
  return {
    ...waiting,
    oldestToShipAt: isoOrNull(oldestToShipAtMs),
    ...people,
    ...points,
    // What came back now may have been redeemed before these days: more than nothing is not said.
    redeemedPoints: Math.max(0, -points.redeemedPoints),
    ...cash,
    ...shelf,
    hasProgramme: programme !== undefined,
    ...parked,
    ...inbox,
    recent: recent.map(({ row, memberName, memberNumber }) => ({
      id: `${row.objectId}:${row.epoch}:${row.seq}`,
      type: row.type,
      at: new Date(row.atMs).toISOString(),
      memberId: row.objectId,
      memberName: memberName || null,
      memberNumber,
      points: row.points,
      redemptionId: whyOf(row).redemptionId,
      cash: cashBeside(row),
    })),
  };
}

/** The cash that moves with points which were redeemed or given back. */
function cashBeside({
  type,
  body,
}: Pick<JournalRow, 'type' | 'body'>): { amountMinor: number; currency: string } | null {
  const { payment } = (body.redemption ?? {}) as { payment?: PaymentView };
  if (payment === undefined) return null;
  if (type === 'points.redeemed') return payment.received;
  if (type !== 'points.returned') return null;
  const back = payment.refunds.filter(({ because }) => because === 'cancelled');
  const amountMinor = back.reduce((sum, each) => sum + each.amountMinor, 0);
  return amountMinor > 0 ? { amountMinor, currency: payment.currency } : null;
}
