import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { termsAt } from '../../domain/catalogue/price-terms.ts';
import { AppError } from '../../http/errors.ts';
import { failureFields } from '../../lib/log.ts';
import { paymentMethods } from '../mall/payment-methods.ts';
import { ACCOUNT_WAIT_MS, type KnownMember } from '../mall/read-member.ts';
import { isKept, LOOK_BACK, redeemedUnitsOf } from '../mall/redeemed-units.ts';
import { decideRewardAction } from '../mall/reward-action.ts';
import { memberView } from '../mall/shelf.ts';
import { withinOrNull } from '../mall/within.ts';
import { onAccount } from '../members/open-account.ts';
import { listAddresses } from '../members/save-address.ts';
import { readBands, readManifest, type StockBands } from '../publication/read-mall.ts';
import { widgetCards } from './get-widget-mall.ts';
import type { WidgetMe } from './mall-schemas.ts';

type Input = { member: KnownMember };

/** The member's own figures, and what they buy of the rewards that the widget lists. */
export async function getWidgetMe({ ctx, input }: { ctx: Context; input: Input }): Promise<WidgetMe> {
  const { memberId, overview } = input.member;
  const [manifest, bands, redemptions, lastAddress] = await Promise.all([
    readManifest(ctx),
    readBands(ctx),
    latestRedemptions(ctx, memberId),
    addressForNextTime(ctx, memberId),
  ]);
  if (!manifest) throw new AppError('not_found');
  const shown = memberView(input.member);
  const nextExpiry = shown.kind === 'known' ? shown.nextExpiry : null;
  return {
    balances: overview.balances,
    nextExpiry: nextExpiry && {
      points: nextExpiry.points,
      at: new Date(nextExpiry.expiresAtMs).toISOString(),
    },
    ...reachOf({
      takesCash: paymentMethods(manifest).length > 0,
      cards: widgetCards(manifest),
      bands,
      redemptions,
      available: overview.balances.availablePoints,
      nowMs: ctx.clock.nowMs(),
    }),
    lastAddress,
    openRedemptions: redemptions.filter((each) => isKept(each) && each.state !== 'received').length,
  };
}

type Situation = {
  takesCash: boolean;
  cards: ReturnType<typeof widgetCards>;
  bands: StockBands;
  redemptions: readonly RedemptionView[];
  available: number;
  nowMs: number;
};

/** What she can redeem now, and the nearest that she only lacks points for; the first of equally near. */
function reachOf({ takesCash, cards, bands, redemptions, available, nowMs }: Situation) {
  const redeemed = redeemedUnitsOf(redemptions);
  const decided = cards.map((card) => {
    const { rewardId, state, limitPerMember } = card;
    const situation = {
      takesCash,
      state,
      terms: termsAt(card, nowMs).current,
      band: bands[rewardId] ?? 'in',
      limitPerMember,
      redeemedUnits: redeemed.get(rewardId) ?? 0,
      available,
    };
    return { rewardId, action: decideRewardAction(situation, nowMs) };
  });
  const missing = decided.flatMap(({ rewardId, action }) =>
    action.kind === 'short' ? [{ rewardId, missingPoints: action.missingPoints }] : [],
  );
  const [nearest] = missing.toSorted((a, b) => a.missingPoints - b.missingPoints);
  // The widget redeems for points alone; what takes cash too is redeemed in the mall.
  const within = decided.flatMap(({ rewardId, action }) =>
    action.kind === 'redeem' ? [{ rewardId, isMixed: action.cashMinor !== undefined }] : [],
  );
  return {
    toRedeem: within.filter(({ isMixed }) => !isMixed).map(({ rewardId }) => rewardId),
    toCombine: within.filter(({ isMixed }) => isMixed).map(({ rewardId }) => rewardId),
    atLimit: decided.filter(({ action }) => action.kind === 'limit').map(({ rewardId }) => rewardId),
    progress: nearest ?? null,
  };
}

async function latestRedemptions(ctx: Context, memberId: string): Promise<RedemptionView[]> {
  const page = await withinOrNull(
    ACCOUNT_WAIT_MS,
    onAccount(ctx, memberId, (account) => account.listRedemptions({ beforeSeq: null, limit: LOOK_BACK })),
  );
  if (!page?.ok) throw new AppError('unavailable');
  return page.value.items;
}

/** Only saves typing: without it the form is empty, and everything else still shows. */
async function addressForNextTime(ctx: Context, memberId: string): Promise<WidgetMe['lastAddress']> {
  try {
    const [latest] = await listAddresses({ ctx, input: { memberId } });
    return latest?.address ?? null;
  } catch (failure) {
    ctx.log.warn('address not read', failureFields(failure));
    return null;
  }
}
