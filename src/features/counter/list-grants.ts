import { actorRef, type Context } from '../../context.ts';
import { startOfDayAfter } from '../../domain/calendar.ts';
import { grantLines } from './grant-lines.ts';
import { selectGrants } from './queries.ts';
import type { GrantLine } from './schemas.ts';

const NEWEST = 20;

/** What was given today, newest first; a clerk sees her own, others everybody's unless they ask for theirs. */
export async function listGrants({
  ctx,
  input: { mine },
}: {
  ctx: Context;
  input: { mine: boolean };
}): Promise<GrantLine[]> {
  const own = mine || (ctx.actor.kind === 'staff' && ctx.actor.role === 'clerk');
  const sinceMs = startOfDayAfter(ctx.clock.nowMs(), 0, ctx.tenant.timeZone);
  const staffId = own ? actorRef(ctx.actor).id : null;
  const [rows] = await ctx.db.batch(ctx.tenant.id, [
    selectGrants(ctx, { of: { sinceMs }, staffId, limit: NEWEST }),
  ]);
  return grantLines(ctx, rows);
}
