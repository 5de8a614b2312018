import { mixBounds } from '../../domain/catalogue/cash-mix.ts';
import type { PriceTerms } from '../../domain/catalogue/price-terms.ts';
import {
  hasUnpublishedChanges,
  type PublishedReward,
  type RewardDraft,
} from '../../domain/catalogue/reward.ts';
import { kindOf } from '../../domain/catalogue/reward-kind.ts';
import type { StockBand } from '../../domain/stock/stock-band.ts';
import { isoOrNull } from '../../lib/instant.ts';
import type { RewardCard } from '../publication/manifest.ts';
import { draftVersionOf } from './draft-version.ts';
import type { RewardWithStock } from './get-reward.ts';
import type { RewardAnswer } from './schemas.ts';

/**
 * A reward as the console shows it; `picturePath` is where this host serves pictures. What it costs
 * the shop is told only to those who set prices.
 */
export function rewardAnswer(
  { reward, stock }: RewardWithStock,
  { picturePath, costs }: { picturePath: string; costs: boolean },
): RewardAnswer {
  const { id, state, draft, published } = reward;
  const { costMinor, ...shown } = draftAnswer(draft, picturePath);
  return {
    id,
    state,
    draft: costs ? { ...shown, costMinor } : shown,
    draftVersion: draftVersionOf(draft),
    published: published && publishedAnswer(published, picturePath),
    hasUnpublishedChanges: hasUnpublishedChanges(draft, published),
    stock: stock && {
      unlimited: stock.unlimited,
      stockedUnits: stock.stockedUnits,
      availableUnits: stock.availableUnits,
      reservedUnits: stock.reservedUnits,
      takenUnits: stock.takenUnits,
    },
    createdAt: new Date(reward.createdAtMs).toISOString(),
    updatedAt: new Date(reward.updatedAtMs).toISOString(),
  };
}

/** A published reward as the public API shows it. */
export function publishedRewardAnswer(card: RewardCard, stockBand: StockBand, mallOrigin: string) {
  const { rewardId: id, names, pictureUrl, marketPriceMinor, limitPerMember, current, next } = card;
  return {
    id,
    kind: kindOf(card),
    names,
    pictureUrl: pictureUrl && `${mallOrigin}${pictureUrl}`,
    marketPriceMinor,
    limitPerMember,
    stockBand: typeof stockBand === 'number' ? ('low' as const) : stockBand,
    unitsLeft: typeof stockBand === 'number' ? stockBand : null,
    current: termsAnswer(current),
    next: next && termsAnswer(next),
  };
}

function draftAnswer(draft: RewardDraft, picturePath: string) {
  const { pictureKey, startsAtMs, endsAtMs, mix, coupon, validDays, ...rest } = draft;
  return {
    ...rest,
    kind: kindOf(draft),
    coupon: coupon ?? null,
    validDays: validDays ?? null,
    mix: mix ?? null,
    startsAt: isoOrNull(startsAtMs),
    endsAt: isoOrNull(endsAtMs),
    pictureUrl: pictureKey && `${picturePath}${pictureKey}`,
  };
}

function publishedAnswer(published: PublishedReward, picturePath: string) {
  const { names, descriptions, marketPriceMinor, limitPerMember, pictureKey, current, next } = published;
  return {
    kind: kindOf(published),
    names,
    descriptions,
    marketPriceMinor,
    limitPerMember,
    pictureUrl: pictureKey && `${picturePath}${pictureKey}`,
    current: termsAnswer(current),
    next: next && termsAnswer(next),
  };
}

function termsAnswer(terms: PriceTerms) {
  const { priceVersion, pointsEach, mix, voucher, effectiveAtMs, startsAtMs, endsAtMs } = terms;
  const bounds = mixBounds(terms);
  return {
    priceVersion,
    pointsEach,
    mix: mix && bounds ? { ...mix, pointsMax: bounds.pointsMax } : null,
    voucher: voucher ? { coupon: voucher.coupon ?? null, validDays: voucher.validDays } : null,
    effectiveAt: new Date(effectiveAtMs).toISOString(),
    startsAt: isoOrNull(startsAtMs),
    endsAt: isoOrNull(endsAtMs),
  };
}
