import type { Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { asJson } from '../../lib/as-json.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { publishMall } from '../publication/publish-mall.ts';
import { writeHostRecord } from '../tenants/host-record.ts';
import { getSettings } from './get-settings.ts';
import { refuseChangedSection, setSection } from './queries.ts';
import type { ChangeSettingsInput, SettingsAnswer } from './schemas.ts';

/**
 * Sets one section anew and leaves the others; members see it at once. Refused `changed_elsewhere` where
 * somebody else has changed it since it was read.
 */
export async function changeSettings({
  ctx,
  input: { key, ...change },
}: {
  ctx: Context;
  input: ChangeSettingsInput & { key: string };
}): Promise<Result<SettingsAnswer>> {
  const { section, value, seen } = change;
  const languages = change.section === 'languages' ? change.value : undefined;
  const own = languages?.[0];
  const saved = await runOnce({
    ctx,
    key,
    operation: 'settings.change',
    input: asJson(change),
    statements: [
      refuseChangedSection(ctx, section, seen),
      setSection(ctx, section, value, own && { locale: own }),
      addAuditRow(ctx, 'tenant.updated', ctx.tenant.id, { fields: [section] }),
    ],
    value: null,
    status: 200,
    refusalOf: ({ kind }) => (kind === 'guard' ? { code: 'changed_elsewhere' } : null),
  });
  if (!saved.ok) return saved;
  const tenant = own && languages ? { ...ctx.tenant, locale: own, languages } : ctx.tenant;
  if (own) await writeHostRecord(ctx, tenant);
  await publishMall({ ctx: { ...ctx, tenant } });
  return succeed(await getSettings({ ctx }));
}
