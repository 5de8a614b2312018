import type { Context, Services, Tenant } from '../../context.ts';
import { refuseUnless } from '../../db/tenant.ts';
import { failureFields } from '../../lib/log.ts';
import { findTenant } from '../tenants/find-tenant.ts';
import { wholeBody } from './get-design.ts';
import { putVersion } from './publish-design.ts';
import { deleteDesignSchedule, isScheduledStill, selectDesignSchedule } from './queries.ts';

/**
 * Publishes the designs of every shop whose moment has come. Each is one version, however often a run
 * is cut off: its own id is the key, and the schedule goes when the edge has it.
 */
export async function publishDueDesigns({
  ctx,
  input: { enter, limit },
}: {
  ctx: Services;
  input: { enter(tenant: Tenant): Context; limit: number };
}): Promise<{ found: number; failed: number }> {
  const due = await ctx.directory.shopsWithDesigns({ byMs: ctx.clock.nowMs(), limit });
  const figures = { found: due.length, failed: 0 };
  for (const { tenantId } of due) {
    try {
      const tenant = await findTenant({ ctx, input: { tenantId } });
      if (!tenant) throw new Error('a scheduled design of a shop that is not there');
      await publishScheduled(enter(tenant));
    } catch (failure) {
      figures.failed += 1;
      ctx.log.error('scheduled design not published', { tenantId, ...failureFields(failure) });
    }
  }
  return figures;
}

async function publishScheduled(ctx: Context): Promise<void> {
  const [[scheduled]] = await ctx.db.batch(ctx.tenant.id, [selectDesignSchedule(ctx)]);
  if (!scheduled || scheduled.publishAtMs > ctx.clock.nowMs()) return;
  const { id, body, scheduledBy, scheduledByName } = scheduled;
  const published = await putVersion(ctx, `schedule/${id}`, () => ({
    body: wholeBody(body),
    by: { id: scheduledBy, name: scheduledByName },
    input: { id },
    guard: refuseUnless(isScheduledStill(ctx, id), 'called_off'),
  }));
  // Called off in the last moment: nothing is published, and nothing is left to do.
  if (!published.ok && published.refusal.code !== 'changed_elsewhere') {
    throw new Error(`a scheduled design was refused: ${published.refusal.code}`);
  }
  await ctx.db.batch(ctx.tenant.id, [deleteDesignSchedule(ctx, id)]);
}
