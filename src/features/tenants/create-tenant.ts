import type { Actor, Services } from '../../context.ts';
import { startingTheme } from '../../domain/industry.ts';
import { slugFault } from '../../domain/slug.ts';
import type { StaffSession } from '../../http/staff-session.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { DEFAULT_POINTS_NAME } from '../../messages/points-name.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { publishMall } from '../publication/publish-mall.ts';
import { tenantOf } from './find-tenant.ts';
import { writeHostRecord } from './host-record.ts';
import { claimSlug } from './organization-queries.ts';
import { insertTenant, selectTenant, type TenantRow } from './queries.ts';
import type { CreateTenantInput } from './schemas.ts';

export type SignUpContext = Services & { session: StaffSession };

/**
 * Makes a shop of which the caller is the owner. The slug is taken in sign-in's own database first,
 * the shop's row follows; where only the first happened, the same request brings the rest, so it may
 * be sent again at any time.
 */
export async function createTenant({
  ctx,
  input,
}: {
  ctx: SignUpContext;
  input: CreateTenantInput;
}): Promise<Result<TenantRow>> {
  const fault = slugFault(input.slug);
  if (fault === 'reserved') return refuse({ code: 'slug_reserved' });
  if (fault) return refuse({ code: 'invalid_input', field: 'slug', reason: fault });
  const claimed = await claimSlug(ctx.authDb, {
    tenantId: newId('ten'),
    memberId: newId('stf'),
    name: input.name,
    slug: input.slug,
    userId: ctx.session.user.id,
    sessionId: ctx.session.sessionId,
    nowMs: ctx.clock.nowMs(),
  });
  if (claimed === 'taken') return refuse({ code: 'slug_taken' });
  const row = await addRow(ctx, claimed.tenantId, input);
  if (!row) return refuse({ code: 'slug_taken' });
  const tenant = tenantOf(row);
  await writeHostRecord(ctx, tenant);
  await publishMall({ ctx: { ...ctx, tenant, actor: ownerOf(ctx) } });
  return succeed(row);
}

/** The shop's row as it stands now; null when another shop has the slug, which only a repair can cause. */
async function addRow(
  ctx: SignUpContext,
  tenantId: string,
  input: CreateTenantInput,
): Promise<TenantRow | null> {
  const row: TenantRow = {
    ...input,
    id: tenantId,
    state: 'building',
    region: null,
    contact: { phone: null, email: null, address: null },
    pointsName: DEFAULT_POINTS_NAME,
    theme: startingTheme(input.industry),
    goal: null,
    onboarding: null,
    settings: null,
    closing: null,
    closingTold: null,
    closingDueAtMs: null,
    createdAtMs: ctx.clock.nowMs(),
    openedAtMs: null,
    figuresFrom: null,
  };
  const attempt = await ctx.db.attempt(tenantId, [
    insertTenant(ctx.db, row),
    addAuditRow({ ...ctx, tenant: tenantOf(row), actor: ownerOf(ctx) }, 'tenant.created', tenantId),
  ]);
  if (attempt.ok) return row;
  const [[known]] = await ctx.db.batch(tenantId, [selectTenant(ctx.db, tenantId)]);
  return known ?? null;
}

function ownerOf({ session }: SignUpContext): Actor {
  return { kind: 'staff', userId: session.user.id, name: session.user.name, role: 'owner' };
}
