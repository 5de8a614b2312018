import type { Context } from '../../context.ts';
import type { ProgrammeVersion } from '../../domain/programme/programme.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { selectNewestProgramme, selectProgrammeAt } from './queries.ts';

/** What binds now, and what is published and will bind from its own time. */
export type ProgrammeInForce = { live: ProgrammeVersion | null; next: ProgrammeVersion | null };

export async function getProgramme({ ctx }: { ctx: Context }): Promise<Result<ProgrammeInForce>> {
  const nowMs = ctx.clock.nowMs();
  const [[live], [newest]] = await ctx.db.batch(ctx.tenant.id, [
    selectProgrammeAt(ctx, nowMs),
    selectNewestProgramme(ctx),
  ]);
  return succeed(inForceOf(live, newest, nowMs));
}

/** The newest version is the next one for as long as it waits. */
export function inForceOf(
  live: ProgrammeVersion | undefined,
  newest: ProgrammeVersion | undefined,
  nowMs: number,
): ProgrammeInForce {
  const next = newest && newest.effectiveAtMs > nowMs ? newest : null;
  return { live: live ?? null, next };
}
