import type { Context } from '../../context.ts';
import { slugFault } from '../../domain/slug.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { publishMall } from '../publication/publish-mall.ts';
import { tenantOf } from './find-tenant.ts';
import { forgetHostRecord, writeHostRecord } from './host-record.ts';
import { moveSlug } from './organization-queries.ts';
import { selectTenant, type TenantRow, updateTenant } from './queries.ts';

/**
 * Another address for a mall that is not open yet; of an open one, people have the address on paper.
 * Sign-in's own database first, as in sign-up, then the shop's row, then the edge: the same request
 * finishes what was begun.
 */
export async function changeSlug({
  ctx,
  input: { slug },
}: {
  ctx: Context;
  input: { slug: string };
}): Promise<Result<TenantRow>> {
  const fault = slugFault(slug);
  if (fault === 'reserved') return refuse({ code: 'slug_reserved' });
  if (fault) return refuse({ code: 'invalid_input', field: 'slug', reason: fault });
  const [[before]] = await ctx.db.batch(ctx.tenant.id, [selectTenant(ctx.db, ctx.tenant.id)]);
  if (!before) return refuse({ code: 'not_found' });
  if (before.slug === slug) return succeed(before);
  if (before.state === 'open') {
    return refuse({ code: 'invalid_input', field: 'slug', reason: 'fixed_once_open' });
  }
  if (!(await moveSlug(ctx.authDb, ctx.tenant.id, slug))) return refuse({ code: 'slug_taken' });
  const moved = await ctx.db.attempt(ctx.tenant.id, [
    updateTenant(ctx.db, ctx.tenant.id, { slug }),
    addAuditRow(ctx, 'tenant.updated', ctx.tenant.id, { fields: ['slug'] }),
  ]);
  if (!moved.ok) return refuse({ code: 'slug_taken' });
  const row = { ...before, slug };
  const tenant = tenantOf(row);
  await forgetHostRecord(ctx, before.slug);
  await writeHostRecord(ctx, tenant);
  await publishMall({ ctx: { ...ctx, tenant } });
  return succeed(row);
}
