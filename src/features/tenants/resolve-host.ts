import type { Services, Tenant } from '../../context.ts';
import { AppError } from '../../http/errors.ts';
import { findTenant } from './find-tenant.ts';
import { readHostRecord, writeHostRecord } from './host-record.ts';

/** One key for all hosts: someone who tries names at random must not reach Postgres with each. */
const LIMIT_KEY = 'host';

/**
 * Which shop answers on a mall's host: from the edge, on a miss from Postgres, which then is kept at
 * the edge. Null for a host of nobody; throws `unavailable` when misses come too fast to ask.
 */
export async function resolveHost({
  ctx,
  input,
}: {
  ctx: Pick<Services, 'db' | 'directory' | 'edge' | 'fallbackLimit'>;
  input: { slug: string };
}): Promise<Tenant | null> {
  const known = await readHostRecord(ctx, input.slug);
  if (known) return known;
  const { success } = await ctx.fallbackLimit.limit({ key: LIMIT_KEY });
  if (!success) throw new AppError('unavailable');
  const found = await ctx.directory.resolveHost(input.slug);
  const tenant = found && (await findTenant({ ctx, input: { tenantId: found.tenantId } }));
  if (tenant) await writeHostRecord(ctx, tenant);
  return tenant;
}
