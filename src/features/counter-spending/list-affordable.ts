import type { Context } from '../../context.ts';
import { termsAt } from '../../domain/catalogue/price-terms.ts';
import { kindOf } from '../../domain/catalogue/reward-kind.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { LOOK_BACK, type RedeemedUnits, redeemedUnitsOf } from '../mall/redeemed-units.ts';
import { decideRewardAction } from '../mall/reward-action.ts';
import { getOverview } from '../members/get-overview.ts';
import { onAccount } from '../members/open-account.ts';
import type { MallManifest } from '../publication/manifest.ts';
import { readBands, readManifest, type StockBands } from '../publication/read-mall.ts';
import type { AffordableReward } from './schemas.ts';

type Means = { availablePoints: number; redeemed: RedeemedUnits; bands: StockBands; nowMs: number };

/**
 * What a member who stands at the counter can have now, dearest first: for points alone, or with the
 * least cash at the till where her points do not reach and the shop takes it there. Stock and limits are
 * advisory here; stock and account decide.
 */
export async function listAffordable({
  ctx,
  input,
}: {
  ctx: Context;
  input: { memberId: string };
}): Promise<Result<AffordableReward[]>> {
  const found = await getOverview({ ctx, input });
  if (!found.ok) return found;
  const [manifest, bands, latest] = await Promise.all([
    readManifest(ctx),
    readBands(ctx),
    onAccount(ctx, input.memberId, (account) =>
      account.listRedemptions({ beforeSeq: null, limit: LOOK_BACK }),
    ),
  ]);
  const { availablePoints } = found.value.overview.balances;
  const redeemed = redeemedUnitsOf(latest.ok ? latest.value.items : []);
  const means = { availablePoints, redeemed, bands, nowMs: ctx.clock.nowMs() };
  return succeed(manifest ? affordableOf(manifest, means) : []);
}

/** The rewards of a mall that these means reach, dearest first. */
export function affordableOf(manifest: MallManifest, means: Means): AffordableReward[] {
  const { availablePoints, redeemed, bands, nowMs } = means;
  const reached = manifest.rewards.flatMap((card) => {
    const terms = termsAt(card, nowMs).current;
    const band = bands[card.rewardId] ?? 'in';
    const redeemedUnits = redeemed.get(card.rewardId) ?? 0;
    const action = decideRewardAction(
      {
        takesCash: manifest.payments.counter,
        state: card.state,
        terms,
        band,
        limitPerMember: card.limitPerMember,
        redeemedUnits,
        available: availablePoints,
      },
      nowMs,
    );
    if (action.kind !== 'redeem') return [];
    const { rewardId, names, pictureUrl, limitPerMember } = card;
    return [
      {
        rewardId,
        names: Object.fromEntries(
          Object.entries(names).flatMap(([locale, name]) => (name ? [[locale, name]] : [])),
        ),
        pictureUrl: pictureUrl && `/api${pictureUrl}`,
        kind: kindOf(card),
        pointsEach: action.points,
        cashEachMinor: action.cashMinor ?? 0,
        priceVersion: terms.priceVersion,
        stockBand: band,
        limitPerMember,
        redeemedUnits,
      },
    ];
  });
  return reached.toSorted((a, b) => b.pointsEach - a.pointsEach || b.cashEachMinor - a.cashEachMinor);
}
