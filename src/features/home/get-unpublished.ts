import type { Context } from '../../context.ts';
import { hasUnpublishedChanges } from '../../domain/catalogue/reward.ts';
import { designChanges } from '../../domain/design/design-changes.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { draftVersionOf } from '../catalogue/draft-version.ts';
import { getDesign } from '../design/get-design.ts';
import { selectLiveDrafts } from './queries.ts';
import type { UnpublishedAnswer } from './schemas.ts';

/**
 * What was changed and members don't see yet: of the design, and of rewards on offer. A design that is to
 * be published at a time of its own is decided, so it isn't counted. Rules are published as they are changed.
 */
export async function getUnpublished({ ctx }: { ctx: Context }): Promise<Result<UnpublishedAnswer>> {
  const [design, [live]] = await Promise.all([
    getDesign({ ctx }),
    ctx.db.batch(ctx.tenant.id, [selectLiveDrafts(ctx)]),
  ]);
  if (!design.ok) return design;
  const { draft, draftVersion, published, scheduled } = design.value;
  const isDecided = scheduled !== null && draftVersionOf(scheduled.body) === draftVersion;
  const changed = live.filter(({ draft: asEdited, published: shown }) =>
    hasUnpublishedChanges(asEdited, shown),
  );
  return succeed({
    design: isDecided ? 0 : designChanges(published, draft).length,
    rewards: changed.map(({ id, draft: { names } }) => ({ id, names })),
  });
}
