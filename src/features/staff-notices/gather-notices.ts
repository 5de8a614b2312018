import type { Context } from '../../context.ts';
import { noticeDueMs } from '../../domain/staff-notice.ts';
import { selectReachableStaff } from '../staff/queries.ts';
import {
  endEvents,
  insertNotices,
  openLetters,
  selectChoices,
  selectLastSent,
  selectWaitingEvents,
  takeTurns,
} from './queries.ts';

const EVENTS_PER_RUN = 500;
/** A letter is on its way for a night and a day at most; older ones are long enough ago. */
const LETTER_DAY_MS = 2 * 86_400_000;

/**
 * Gives what waits for the shop's staff to everybody whom it concerns and who wants to hear of it, and
 * puts a letter on the way to each: at once, or when her last one is long enough ago.
 */
export async function gatherNotices(ctx: Context): Promise<void> {
  const nowMs = ctx.clock.nowMs();
  const { id: tenantId, timeZone } = ctx.tenant;
  const [events, choices, lastSent] = await ctx.db.batch(tenantId, [
    selectWaitingEvents(ctx, nowMs, EVENTS_PER_RUN),
    selectChoices(ctx),
    selectLastSent(ctx, nowMs - LETTER_DAY_MS),
  ]);
  if (events.length === 0) return;
  const staff = await selectReachableStaff(ctx.authDb, tenantId);
  const readers = staff.flatMap(({ userId }) => {
    const choice = choices.find((each) => each.userId === userId);
    const wanted = events.filter(({ kind }) => !choice?.muted.includes(kind));
    if (wanted.length === 0) return [];
    const lastSentAtMs = lastSent.find((each) => each.userId === userId)?.atMs ?? null;
    const quietNights = choice?.quietNights ?? false;
    return [{ userId, wanted, dueAtMs: noticeDueMs({ nowMs, lastSentAtMs, quietNights, timeZone }) }];
  });
  const given = readers.flatMap(({ userId, wanted }) =>
    wanted.map(({ key: eventKey }) => ({ userId, eventKey })),
  );
  const ended = endEvents(
    ctx,
    events.map(({ key }) => key),
  );
  if (given.length === 0) await ctx.db.batch(tenantId, [ended]);
  else
    await ctx.db.batch(tenantId, [
      takeTurns(ctx),
      insertNotices(ctx, given),
      openLetters(ctx, readers, nowMs),
      ended,
    ]);
}
