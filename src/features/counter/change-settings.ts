import type { Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { startingServices } from '../../domain/counter/service.ts';
import { asJson } from '../../lib/as-json.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { selectProgrammeAt } from '../programme/queries.ts';
import { getCounter } from './get-counter.ts';
import { refuseChangedSettings, upsertSettings } from './queries.ts';
import type { CounterAnswer, CounterSettingsInput } from './schemas.ts';
import { categoriesOf } from './settings.ts';

/**
 * Sets the chips and limits of the counter. Chips that are those of the programme, or of the industry,
 * go on following them. Refused `changed_elsewhere` where somebody has changed them since `seen`.
 */
export async function changeSettings({
  ctx,
  input: { key, seen, ...wanted },
}: {
  ctx: Context;
  input: CounterSettingsInput & { key: string };
}): Promise<Result<CounterAnswer>> {
  const { categories, services, limits } = wanted;
  const nowMs = ctx.clock.nowMs();
  const [[programme]] = await ctx.db.batch(ctx.tenant.id, [selectProgrammeAt(ctx, nowMs)]);
  const row = {
    tenantId: ctx.tenant.id,
    categories: isSame(categories, categoriesOf(programme?.body)) ? null : categories,
    services: isSame(services, startingServices(ctx.tenant.industry)) ? null : services,
    grantPointsMax: limits.grantPoints,
    dayPointsMax: limits.dayPoints,
    changedAtMs: nowMs,
  };
  const saved = await runOnce({
    ctx,
    key,
    operation: 'counter.settings',
    input: asJson({ ...wanted, seen }),
    statements: [
      ...(seen === undefined ? [] : [refuseChangedSettings(ctx, seen)]),
      upsertSettings(ctx, row),
      addAuditRow(ctx, 'counter.settings', null, { ...limits }),
    ],
    value: null,
    status: 200,
    refusalOf: ({ kind }) => (kind === 'guard' ? { code: 'changed_elsewhere' } : null),
  });
  return saved.ok ? succeed(await getCounter({ ctx })) : saved;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
