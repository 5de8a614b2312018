import type { Context } from '../../context.ts';
import type { RewardDraft } from '../../domain/catalogue/reward.ts';
import { kindOf } from '../../domain/catalogue/reward-kind.ts';
import { asJson } from '../../lib/as-json.ts';
import { type AnyRefusal, type Result, refuse, succeed } from '../../lib/result.ts';
import { nameActors } from '../audit-log/name-actors.ts';
import { selectLastAct } from '../audit-log/queries.ts';
import { draftVersionOf } from './draft-version.ts';
import { getReward, type RewardWithStock } from './get-reward.ts';
import type { ChangeRewardInput } from './schemas.ts';
import { writeReward } from './write-reward.ts';

/** What a draft may have become another by. */
const DRAFT_CHANGES = ['rewards.change', 'rewards.picture'] as const;

/**
 * Changes the draft. Members go on seeing what was published until it is published again. Refused
 * `changed_elsewhere` where the draft is no longer the one that `draftVersion` names, unless it
 * already says what is asked for: that may be the repeat of a change whose answer was lost.
 */
export async function changeReward({
  ctx,
  input: { rewardId, key, draftVersion, ...input },
}: {
  ctx: Context;
  input: ChangeRewardInput & { key: string };
}): Promise<Result<RewardWithStock>> {
  const written = await writeReward(ctx, {
    rewardId,
    key,
    operation: 'rewards.change',
    input: asJson({ rewardId, ...input }),
    decide: ({ state, draft, published }) => {
      if (state === 'archived') return refuse({ code: 'wrong_state', state });
      if (published && input.units !== undefined && input.units !== draft.units) {
        return refuse({ code: 'invalid_input', field: 'units', reason: 'counted_by_the_stock' });
      }
      if (published && input.kind !== undefined && input.kind !== kindOf(published)) {
        return refuse({ code: 'invalid_input', field: 'kind', reason: 'fixed_once_published' });
      }
      const next = { ...draft, ...changed(input, ctx.tenant.currency) };
      const seen = draftVersion ?? draftVersionOf(draft);
      if (seen !== draftVersionOf(draft) && draftVersionOf(next) !== draftVersionOf(draft)) {
        return refuse({ code: 'changed_elsewhere' });
      }
      return succeed({ change: { draft: next }, detail: { fields: Object.keys(input) } });
    },
  });
  if (written.ok) return getReward({ ctx, input: { rewardId } });
  return written.refusal.code === 'changed_elsewhere' ? refuse(await byWhom(ctx, rewardId)) : written;
}

/** Whoever changed the draft last is whom to ask. */
async function byWhom(ctx: Context, rewardId: string): Promise<AnyRefusal> {
  const [acts] = await ctx.db.batch(ctx.tenant.id, [selectLastAct(ctx, rewardId, DRAFT_CHANGES)]);
  const [last] = await nameActors(ctx, acts);
  return {
    code: 'changed_elsewhere',
    ...(last?.actorName && { byName: last.actorName, changedAtMs: last.atMs }),
  };
}

function changed(
  { startsAt, endsAt, mix, ...rest }: Omit<ChangeRewardInput, 'rewardId' | 'draftVersion'>,
  currency: string,
): Partial<RewardDraft> {
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(given) as Partial<RewardDraft>),
    ...(mix === undefined ? {} : { mix: mix && { ...mix, currency } }),
    ...(startsAt === undefined ? {} : { startsAtMs: startsAt === null ? null : Date.parse(startsAt) }),
    ...(endsAt === undefined ? {} : { endsAtMs: endsAt === null ? null : Date.parse(endsAt) }),
  };
}
