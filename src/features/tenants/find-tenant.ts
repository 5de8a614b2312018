import type { Services, Tenant } from '../../context.ts';
import type { BranchRef } from '../../domain/actor.ts';
import { selectTenant, type TenantRow } from './queries.ts';

/** The shop of that id as requests know it; null while sign-up has not got that far. */
export async function findTenant({
  ctx,
  input,
}: {
  ctx: Pick<Services, 'db'>;
  input: { tenantId: string };
}): Promise<Tenant | null> {
  const [[row]] = await ctx.db.batch(input.tenantId, [selectTenant(ctx.db, input.tenantId)]);
  return row ? tenantOf(row) : null;
}

/** The same, and the branches that staff may stand in. */
export async function findStaffedTenant({
  ctx,
  input,
}: {
  ctx: Pick<Services, 'db'>;
  input: { tenantId: string };
}): Promise<{ tenant: Tenant; branches: BranchRef[] } | null> {
  const [[row]] = await ctx.db.batch(input.tenantId, [selectTenant(ctx.db, input.tenantId)]);
  if (!row) return null;
  const branches = row.settings?.branches ?? [];
  return { tenant: tenantOf(row), branches: branches.map(({ id, name }) => ({ id, name })) };
}

/** What of a shop's row goes along with requests. */
export function tenantOf(row: TenantRow): Tenant {
  const { id, slug, name, state, locale, currency, timeZone, industry, region, pointsName } = row;
  const tenant = { id, slug, name, state, locale, currency, timeZone, industry, region, pointsName };
  return {
    ...tenant,
    ...(row.settings?.languages && { languages: row.settings.languages }),
    ...(row.closing && { closing: row.closing }),
  };
}
