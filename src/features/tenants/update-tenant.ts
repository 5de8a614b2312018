import type { Context } from '../../context.ts';
import { refuseUnless } from '../../db/tenant.ts';
import { startingTheme } from '../../domain/industry.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { publishMall } from '../publication/publish-mall.ts';
import { tenantOf } from './find-tenant.ts';
import { writeHostRecord } from './host-record.ts';
import { mayChange, type TenantRow, updateTenant as updateRow } from './queries.ts';
import type { UpdateTenantInput } from './schemas.ts';

/** Points are counted in these from the first member on; changing them later would rewrite the past. */
const FIXED_ONCE_OPEN = ['currency', 'timeZone'] as const;
/** The reason of a batch that changed nothing because somebody has points already. */
const COUNTED = 'points are counted in these';

function refuseFixed(field: string): Result<never> {
  return refuse({ code: 'invalid_input', field, reason: 'fixed_once_open' });
}

/** The look that a shop begins with is its industry's: until it opens it goes along. */
function lookOf({ tenant }: Context, { industry }: UpdateTenantInput) {
  return industry && industry !== tenant.industry && tenant.state === 'building'
    ? { theme: startingTheme(industry) }
    : {};
}

/** Changes what is named and leaves the rest; setting the same again changes nothing more. */
export async function updateTenant({
  ctx,
  input,
}: {
  ctx: Context;
  input: UpdateTenantInput;
}): Promise<Result<TenantRow>> {
  const fixed = FIXED_ONCE_OPEN.find(
    (field) => input[field] !== undefined && input[field] !== ctx.tenant[field],
  );
  if (fixed && ctx.tenant.state === 'open') return refuseFixed(fixed);
  // Zod leaves absent keys out, so that `undefined` never reaches the row.
  const changes = Object.fromEntries(
    Object.entries({ ...input, ...lookOf(ctx, input) }).filter(([, value]) => value !== undefined),
  );
  if (Object.keys(changes).length === 0)
    return refuse({ code: 'invalid_input', field: '(body)', reason: 'empty' });
  const attempt = await ctx.db.attempt(ctx.tenant.id, [
    refuseUnless(mayChange(ctx.tenant.id, fixed), COUNTED),
    updateRow(ctx.db, ctx.tenant.id, changes),
    addAuditRow(ctx, 'tenant.updated', ctx.tenant.id, { fields: Object.keys(input) }),
  ]);
  if (!attempt.ok && fixed && attempt.conflict.kind === 'guard') return refuseFixed(fixed);
  if (!attempt.ok) throw new Error(`unexpected conflict: ${JSON.stringify(attempt.conflict)}`);
  const [row] = attempt.results[1];
  if (!row) return refuse({ code: 'not_found' });
  const tenant = tenantOf(row);
  await writeHostRecord(ctx, tenant);
  await publishMall({ ctx: { ...ctx, tenant } });
  return succeed(row);
}
