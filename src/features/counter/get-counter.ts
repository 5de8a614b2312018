import { actorRef, type Context } from '../../context.ts';
import { startOfDayAfter } from '../../domain/calendar.ts';
import { shopKindOf } from '../../domain/counter/service.ts';
import { UNDO_MINUTES } from '../../domain/counter/undo.ts';
import { isoOrNull } from '../../lib/instant.ts';
import { selectProgrammeAt } from '../programme/queries.ts';
import { selectTenant } from '../tenants/queries.ts';
import { selectSettings, sumCounted } from './queries.ts';
import type { CounterAnswer } from './schemas.ts';
import { settingsOf } from './settings.ts';

/** What the counter's page needs before anybody stands at it. */
export async function getCounter({ ctx }: { ctx: Context }): Promise<CounterAnswer> {
  const { currency, timeZone, industry } = ctx.tenant;
  const nowMs = ctx.clock.nowMs();
  const sinceMs = startOfDayAfter(nowMs, 0, timeZone);
  const [[row], [programme], [used], [shop]] = await ctx.db.batch(ctx.tenant.id, [
    selectSettings(ctx),
    selectProgrammeAt(ctx, nowMs),
    sumCounted(ctx, actorRef(ctx.actor).id, sinceMs),
    selectTenant(ctx.db, ctx.tenant.id),
  ]);
  return {
    currency,
    timeZone,
    undoMinutes: UNDO_MINUTES,
    ...settingsOf(ctx.tenant, row, programme?.body),
    visitPoints: programme?.body.visitPoints ?? null,
    usedTodayPoints: used?.points ?? 0,
    shopKind: shopKindOf(industry),
    changedAt: isoOrNull(row?.changedAtMs ?? null),
    branches: (shop?.settings?.branches ?? []).map(({ id, name }) => ({ id, name })),
  };
}
