import type { Context } from '../../context.ts';
import { onboardingOf } from '../../domain/onboarding/onboarding.ts';
import { AppError } from '../../lib/app-error.ts';
import { sumHolders, sumUnderWay } from './closing-queries.ts';
import { selectTenant } from './queries.ts';
import type { ClosingAnswer } from './schemas.ts';

/** What closing means in figures: what members hold, and what the shop still owes them. */
export async function getClosing({ ctx }: { ctx: Context }): Promise<ClosingAnswer> {
  const [[holders], [underWay], [row]] = await ctx.db.batch(ctx.tenant.id, [
    sumHolders(ctx),
    sumUnderWay(ctx, ctx.clock.nowMs()),
    selectTenant(ctx.db, ctx.tenant.id),
  ]);
  if (!holders || !underWay || !row) throw new AppError('not_found');
  const { marginPercent } = onboardingOf(row.onboarding);
  return { ...holders, ...underWay, marginPercent };
}
