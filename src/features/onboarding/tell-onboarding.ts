import type { Context } from '../../context.ts';
import { type Onboarding, onboardingOf } from '../../domain/onboarding/onboarding.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { mergeOnboarding, selectTenant, type TenantRow } from '../tenants/queries.ts';
import type { TellOnboardingInput } from './schemas.ts';

/** How far the shop has come on its way to opening, and what was said on it. */
export async function getOnboarding({ ctx }: { ctx: Context }): Promise<Result<Onboarding>> {
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [selectTenant(ctx.db, ctx.tenant.id)]);
  return row ? succeed(told(row)) : refuse({ code: 'not_found' });
}

/** Keeps what is named and leaves the rest, so that two devices overwrite only what both say. */
export async function tellOnboarding({
  ctx,
  input: { goal, ...parts },
}: {
  ctx: Context;
  input: TellOnboardingInput;
}): Promise<Result<Onboarding>> {
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [
    mergeOnboarding(ctx.db, ctx.tenant.id, parts, goal === undefined ? {} : { goal }),
  ]);
  return row ? succeed(told(row)) : refuse({ code: 'not_found' });
}

function told({ goal, onboarding }: TenantRow): Onboarding {
  return { goal, ...onboardingOf(onboarding) };
}
