import type { Context } from '../../context.ts';
import type { ProgrammeVersion } from '../../domain/programme/programme.ts';
import { selectNewestProgrammes } from './queries.ts';

const VERSIONS_SHOWN = 20;

/** The versions published last, newest first; older ones stay in force for what was bought under them. */
export async function listProgrammeVersions({ ctx }: { ctx: Context }): Promise<ProgrammeVersion[]> {
  const [versions] = await ctx.db.batch(ctx.tenant.id, [selectNewestProgrammes(ctx, VERSIONS_SHOWN)]);
  return versions;
}
