import type { Context } from '../../context.ts';
import { JOIN_SHEETS } from '../../domain/join-source.ts';
import { joinLinkAnswer } from './create-join-link.ts';
import { countJoined, selectJoinLinks, selectScans } from './queries.ts';
import type { JoinLinkListAnswer } from './schemas.ts';

/** Every sheet and link with what it has led to, in the order in which they were made (S2, S18). */
export async function listJoinLinks({ ctx }: { ctx: Context }): Promise<JoinLinkListAnswer> {
  const [links, scanned, joined] = await ctx.db.batch(ctx.tenant.id, [
    selectJoinLinks(ctx),
    selectScans(ctx),
    countJoined(ctx),
  ]);
  const scans = new Map(scanned.map((row) => [row.source, row.scans]));
  const joins = new Map(joined.map((row) => [row.source, row]));
  const funnelOf = (source: string) => ({
    scans: scans.get(source) ?? 0,
    joins: joins.get(source)?.joins ?? 0,
    firstRedemptions: joins.get(source)?.firstRedemptions ?? 0,
  });
  return {
    sheets: JOIN_SHEETS.map((sheet) => ({ sheet, ...funnelOf(sheet) })),
    links: links.map((row) => joinLinkAnswer(ctx, row, funnelOf(row.id))),
  };
}
