import type { Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { refuseUnless } from '../../db/tenant.ts';
import type { ShopIcons } from '../../domain/design/design.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, refuse } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { type DesignState, getDesign } from './get-design.ts';
import { publisherOf } from './publish-design.ts';
import { deleteDesignSchedule, isDraftStill, writeDesignSchedule } from './queries.ts';

/** Sooner than the cron comes round nothing can be promised, and later than a year nobody remembers. */
const SOONEST_MS = 60_000;
const LATEST_MS = 366 * 86_400_000;

/**
 * Has the draft as it is now published at a moment; what is changed afterwards is not in it. A later
 * saying takes the place of the earlier. Refused `changed_elsewhere` where the draft is another by now.
 */
export async function scheduleDesign({
  ctx,
  input: { key, draftVersion, publishAtMs, icons },
}: {
  ctx: Context;
  input: { key: string; draftVersion: string; publishAtMs: number; icons: ShopIcons | null };
}): Promise<Result<DesignState>> {
  const nowMs = ctx.clock.nowMs();
  if (publishAtMs < nowMs + SOONEST_MS || publishAtMs > nowMs + LATEST_MS) {
    return refuse({ code: 'invalid_input', field: 'publishAtMs', reason: 'out_of_range' });
  }
  const found = await getDesign({ ctx });
  if (!found.ok) return found;
  const { draft, draftVersion: standing, storedVersion } = found.value;
  if (standing !== draftVersion) return refuse({ code: 'changed_elsewhere' });
  const by = publisherOf(ctx.actor);
  const saved = await runOnce({
    ctx,
    key,
    operation: 'design.schedule',
    input: { draftVersion, publishAtMs },
    statements: [
      refuseUnless(isDraftStill(ctx, storedVersion), 'changed_elsewhere'),
      writeDesignSchedule(ctx, {
        tenantId: ctx.tenant.id,
        id: newId('dsc'),
        body: icons === null ? draft : { ...draft, icons },
        publishAtMs,
        scheduledAtMs: nowMs,
        scheduledBy: by.id,
        scheduledByName: by.name,
      }),
      addAuditRow(ctx, 'design.schedule', null, { publishAtMs }),
    ],
    value: null,
    status: 200,
    refusalOf: (conflict) => (conflict.kind === 'guard' ? { code: 'changed_elsewhere' } : null),
  });
  return saved.ok ? getDesign({ ctx }) : saved;
}

/** Calls it off; one that has been published, or called off before, is gone already. */
export async function unscheduleDesign({ ctx }: { ctx: Context }): Promise<Result<DesignState>> {
  const found = await getDesign({ ctx });
  if (!found.ok || found.value.scheduled === null) return found;
  await ctx.db.batch(ctx.tenant.id, [
    deleteDesignSchedule(ctx, null),
    addAuditRow(ctx, 'design.unschedule', null),
  ]);
  return getDesign({ ctx });
}
