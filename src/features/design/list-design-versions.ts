import type { Context } from '../../context.ts';
import { wholeBody } from './get-design.ts';
import { DESIGN_VERSIONS_KEPT } from './publish-design.ts';
import { type DesignVersionRow, selectDesignVersions } from './queries.ts';

/** The versions that can be gone back to, newest first. */
export async function listDesignVersions({ ctx }: { ctx: Context }): Promise<DesignVersionRow[]> {
  const [rows] = await ctx.db.batch(ctx.tenant.id, [selectDesignVersions(ctx, DESIGN_VERSIONS_KEPT)]);
  return rows.map((row) => ({ ...row, body: wholeBody(row.body) }));
}
