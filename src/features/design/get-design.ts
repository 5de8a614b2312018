import type { Context } from '../../context.ts';
import { plainDesign, withEveryBlock } from '../../domain/design/design.ts';
import { type DesignBody, lookOf } from '../../domain/design/look.ts';
import type { Sample } from '../../domain/onboarding/onboarding.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { draftVersionOf } from '../catalogue/draft-version.ts';
import { selectTenant, type TenantRow } from '../tenants/queries.ts';
import {
  type DesignVersionRow,
  selectDesignDraft,
  selectDesignSchedule,
  selectNewestDesign,
} from './queries.ts';

/** A shop's design as it is edited and as members see it. */
export type DesignState = {
  draft: DesignBody;
  /** Names what the draft says. */
  draftVersion: string;
  /** The version under which a draft is stored; null while nothing was changed yet. */
  storedVersion: string | null;
  published: DesignBody;
  /** What a shop that is on its way to opening is previewed with. */
  sample: Sample | null;
  /** 0 while the shop looks as it began. */
  publishedVersion: number;
  /** What is to be published later; null: nothing is. */
  scheduled: { publishAtMs: number; byName: string | null; body: DesignBody } | null;
};

export async function getDesign({ ctx }: { ctx: Context }): Promise<Result<DesignState>> {
  const [[tenant], [stored], [newest], [later]] = await ctx.db.batch(ctx.tenant.id, [
    selectTenant(ctx.db, ctx.tenant.id),
    selectDesignDraft(ctx),
    selectNewestDesign(ctx),
    selectDesignSchedule(ctx),
  ]);
  if (!tenant) return refuse({ code: 'not_found' });
  const published = publishedDesign(tenant, newest ?? null);
  const draft = stored ? wholeBody(stored.body) : published;
  return succeed({
    draft,
    draftVersion: draftVersionOf(draft),
    storedVersion: stored?.bodyVersion ?? null,
    published,
    sample: tenant.onboarding?.sample ?? null,
    publishedVersion: newest?.version ?? 0,
    scheduled: later
      ? { publishAtMs: later.publishAtMs, byName: later.scheduledByName, body: wholeBody(later.body) }
      : null,
  });
}

/** What members see: the newest version, or the look that the shop began with. The shop's row names the points. */
export function publishedDesign(
  { theme, pointsName }: Pick<TenantRow, 'theme' | 'pointsName'>,
  newest: Pick<DesignVersionRow, 'body'> | null,
): DesignBody {
  const body = newest ? wholeBody(newest.body) : { ...plainDesign(theme), look: lookOf(theme) };
  return { ...body, pointsName };
}

/** A body that was stored before a block existed has it too. */
export function wholeBody(body: DesignBody): DesignBody {
  return { ...body, blocks: withEveryBlock(body.blocks) };
}
