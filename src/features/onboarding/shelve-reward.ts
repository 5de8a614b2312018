import type { Context } from '../../context.ts';
import { hashJson } from '../../domain/chain.ts';
import { asJson } from '../../lib/as-json.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { changeReward } from '../catalogue/change-reward.ts';
import { createReward } from '../catalogue/create-reward.ts';
import { publishReward } from '../catalogue/publish-reward.ts';
import { type RewardRow, selectReward } from '../catalogue/queries.ts';
import { setPicture } from '../catalogue/set-picture.ts';
import type { OpenShopInput } from './schemas.ts';

type Shelved = OpenShopInput['rewards'][number];
/** The drawing of a template, null where there is none of that name. */
export type ReadDrawing = (picture: string) => Promise<Uint8Array | null>;

const HASH_CHARACTERS = 25;

/** A template's reward has one id in a shop: whoever puts it there twice finds it there. */
export function shelvedId(tenantId: string, key: string): string {
  // Hexadecimal digits are digits of a type id, too; its first is at most 7.
  return `rwd_0${hashJson({ tenantId, template: key }).slice(0, HASH_CHARACTERS)}`;
}

/**
 * Brings a template's reward to where it should be: there, as told, with its picture, published where
 * asked. Each part is done only where it is missing, so that whoever was cut off goes on from there.
 * What is published already is left to the shop.
 */
export async function shelveReward(
  ctx: Context,
  { key, picture, publish, fields }: Shelved,
  readDrawing: ReadDrawing,
): Promise<Result<null>> {
  const rewardId = shelvedId(ctx.tenant.id, key);
  const found = await rowOf(ctx, rewardId);
  if (found && found.state !== 'draft') return succeed(null);
  if (!found) {
    const created = await createReward({ ctx, input: { ...fields, rewardId, key: `shelve-${rewardId}` } });
    if (!created.ok) return created;
  } else if (isOther(found, fields)) {
    const changed = await changeReward({ ctx, input: { ...fields, rewardId, key: crypto.randomUUID() } });
    if (!changed.ok) return changed;
  }
  if (!found?.draft.pictureKey) {
    const bytes = await readDrawing(picture);
    const input = bytes && { rewardId, bytes, key: `picture-${rewardId}` };
    const drawn = input && (await setPicture({ ctx, input }));
    if (drawn && !drawn.ok) return drawn;
  }
  if (!publish) return succeed(null);
  const published = await publishReward({ ctx, input: { rewardId, key: `publish-${rewardId}` } });
  return published.ok ? succeed(null) : published;
}

async function rowOf(ctx: Context, rewardId: string): Promise<RewardRow | null> {
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [selectReward(ctx, rewardId)]);
  return row ?? null;
}

function isOther({ draft }: RewardRow, { startsAt: _s, endsAt: _e, mix, ...fields }: Shelved['fields']) {
  const plain = (drafted: typeof draft) => {
    const { startsAtMs: _starts, endsAtMs: _ends, pictureKey: _picture, mix: mixed, ...rest } = drafted;
    return { ...rest, mix: mixed ? { pointsMin: mixed.pointsMin, cashMinor: mixed.cashMinor } : null };
  };
  return hashJson(asJson(plain(draft))) !== hashJson(asJson({ ...fields, mix }));
}
