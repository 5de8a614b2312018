import type { Context } from '../../context.ts';
import { momentOfWallTime, tenantDay } from '../../domain/calendar.ts';
import { shiftDay } from '../../domain/figures/day.ts';
import { figuresOf } from '../../domain/figures/figures.ts';
import { type FigurePeriod, type Period, periodOf } from '../../domain/figures/period.ts';
import { selectBeginning, selectJoined, selectToldDays, selectUncounted } from './figure-queries.ts';
import { countMembers } from './queries.ts';
import type { FiguresAnswer } from './schemas.ts';

/**
 * The shop's figures of a period beside the one before, from the projections. A period that is not over,
 * as the thirty days after opening of a new shop, is answered by the last thirty days.
 */
export async function getFigures({
  ctx,
  input,
}: {
  ctx: Context;
  input: { period: FigurePeriod };
}): Promise<FiguresAnswer> {
  const { timeZone } = ctx.tenant;
  const today = tenantDay(ctx.clock.nowMs(), timeZone);
  const [[beginning], tests] = await ctx.db.batch(ctx.tenant.id, [
    selectBeginning(ctx),
    selectUncounted(ctx),
  ]);
  const openedAtMs = beginning?.openedAtMs ?? null;
  const openedDay = openedAtMs === null ? null : tenantDay(openedAtMs, timeZone);
  const chosen = periodOf(input.period, { today, openedDay });
  const period = chosen ?? (periodOf('30', { today, openedDay }) as Period);
  const startOf = (day: string) => momentOfWallTime(`${day}T00:00`, timeZone) ?? Date.parse(day);
  const moments = { fromMs: startOf(period.beforeFromDay), toMs: startOf(shiftDay(period.toDay, 1)) };
  const uncounted = tests.map(({ id }) => id);
  const [told, joined, [counted]] = await ctx.db.batch(ctx.tenant.id, [
    selectToldDays(ctx, { ...period, uncounted }),
    selectJoined(ctx, moments),
    countMembers(ctx),
  ]);
  const { firstDay: first = null, figuresFrom = null } = beginning ?? {};
  const firstDay = first !== null && figuresFrom !== null && figuresFrom > first ? figuresFrom : first;
  // Of the days before only parts are known: no part is better than a wrong whole.
  const days = told.filter(({ day }) => figuresFrom === null || day >= figuresFrom);
  const opening = periodOf('opening', { today, openedDay });
  return {
    period: chosen ? input.period : '30',
    fromDay: period.fromDay,
    toDay: period.toDay,
    members: counted?.members ?? 0,
    // Days before the opening are only known of who came from somewhere else with them.
    hasOpening: opening !== null && firstDay !== null && firstDay <= opening.beforeFromDay,
    knownFrom: figuresFrom !== null && figuresFrom > period.fromDay ? figuresFrom : null,
    ...figuresOf({ days, joined, firstDay }, period),
  };
}
