import type { Context } from '../../context.ts';
import { hashJson } from '../../domain/chain.ts';
import type { StaffSession } from '../../http/staff-session.ts';
import { asJson } from '../../lib/as-json.ts';
import { type Result, refuse } from '../../lib/result.ts';
import { publishReward } from '../catalogue/publish-reward.ts';
import { publishDesign } from '../design/publish-design.ts';
import { getProgramme } from '../programme/get-programme.ts';
import { publishProgramme } from '../programme/publish-programme.ts';
import { getTenant } from '../tenants/get-tenant.ts';
import { openTenant } from '../tenants/open-tenant.ts';
import type { TenantRow } from '../tenants/queries.ts';
import type { OpenShopInput } from './schemas.ts';
import { type ReadDrawing, shelveReward } from './shelve-reward.ts';

/**
 * Opens a shop with everything that its owner chose in the five steps. The door opens last: whoever is
 * cut off before has a shop that is not open, and the same request does what is missing. Nothing is
 * done twice, and an open mall is left as it is. It needs the caller's proved e-mail, asked first.
 */
export async function openShop({
  ctx,
  input: { session, readDrawing, ...opening },
}: {
  ctx: Context;
  input: OpenShopInput & { session: StaffSession; readDrawing: ReadDrawing };
}): Promise<Result<TenantRow>> {
  if (ctx.tenant.state === 'open') return getTenant({ ctx });
  if (!session.user.emailVerified) return refuse({ code: 'email_unverified' });
  for (const reward of opening.rewards) {
    const shelved = await shelveReward(ctx, reward, readDrawing);
    if (!shelved.ok) return shelved;
  }
  for (const rewardId of opening.publishRewardIds) {
    const key = `publish-${rewardId}`;
    const published = await publishReward({ ctx, input: { rewardId, key } });
    if (!published.ok) return published;
  }
  const designed = await publishDesign({
    ctx,
    input: {
      draftVersion: opening.designDraftVersion,
      key: `open-design-${opening.designDraftVersion}`,
    },
  });
  if (!designed.ok) return designed;
  const ruled = await rule(ctx, opening.programme);
  if (!ruled.ok) return ruled;
  // The name of the points may just have changed; what follows goes to the edge with it.
  return openTenant({ ctx, input: { session } });
}

/** A shop that has rules keeps them. */
async function rule(ctx: Context, programme: OpenShopInput['programme']): Promise<Result<unknown>> {
  const known = await getProgramme({ ctx });
  if (!known.ok || known.value.live || known.value.next || programme === null) return known;
  const key = `open-rules-${hashJson(asJson(programme)).slice(0, 16)}`;
  return publishProgramme({ ctx, input: { ...programme, seenVersion: 0, key } });
}
