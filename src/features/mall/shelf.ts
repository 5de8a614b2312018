import type { Badge, MemberView, RewardTileView } from '../../../web/mall/views.ts';
import type { Words } from '../../../web/mall/words.ts';
import { mixBounds } from '../../domain/catalogue/cash-mix.ts';
import { termsAt } from '../../domain/catalogue/price-terms.ts';
import { kindOf } from '../../domain/catalogue/reward-kind.ts';
import type { StockBand } from '../../domain/stock/stock-band.ts';
import { pickText } from '../../messages/localized-text.ts';
import type { MallManifest, RewardCard } from '../publication/manifest.ts';
import type { StockBands } from '../publication/read-mall.ts';
import type { MemberRead } from './read-member.ts';
import type { RedeemedUnits } from './redeemed-units.ts';
import { decideRewardAction, priceTaken, type Spendable } from './reward-action.ts';
import { voucherOffer } from './voucher-view.ts';

/** The points for joining are the first thing that moves on an account. */
const WELCOME_SEQ = 1;
const SIMILAR_MAX = 6;
const SIMILAR_PERCENT = 30;

/** A shop's rewards without a name in any language would be a bug of publishing; the id then shows. */
export function nameOf(words: Words, card: Pick<RewardCard, 'names' | 'rewardId'>) {
  return (
    pickText(card.names, words.locale, words.shopLocale) ?? { text: card.rewardId, lang: words.shopLocale }
  );
}

/** The shop's currency, and whether cash beside points can be paid at all. */
export type ShopMoney = { currency: string; takesCash: boolean };

export function shopMoney({ tenant, payments }: Pick<MallManifest, 'tenant' | 'payments'>): ShopMoney {
  return { currency: tenant.currency, takesCash: Boolean(payments?.online || payments?.counter) };
}

export function tileOf(
  words: Words,
  { card, band, shop }: { card: RewardCard; band: StockBand; shop: ShopMoney },
): RewardTileView {
  const terms = termsAt(card, words.nowMs).current;
  const bounds = mixBounds(priceTaken(terms, shop.takesCash));
  return {
    rewardId: card.rewardId,
    kind: kindOf(card),
    name: nameOf(words, card),
    pictureUrl: card.pictureUrl,
    points: terms.pointsEach,
    market: card.marketPriceMinor === null ? null : words.format.money(card.marketPriceMinor, shop.currency),
    mix: bounds && {
      pointsMin: bounds.pointsMin,
      cash: words.format.money(bounds.cashMaxMinor, shop.currency),
    },
    voucher: voucherOffer(words, terms.voucher, shop.currency),
    badge: badgeOf(card, band, words.nowMs),
  };
}

function badgeOf(card: RewardCard, band: StockBand, nowMs: number): Badge | null {
  const { startsAtMs, endsAtMs } = termsAt(card, nowMs).current;
  if (band === 'out') return { kind: 'sold_out' };
  if (endsAtMs !== null && nowMs >= endsAtMs) return { kind: 'ended' };
  if (startsAtMs !== null && nowMs < startsAtMs) return { kind: 'not_started', startsAtMs };
  if (typeof band === 'number') return { kind: 'low', units: band };
  return card.limitPerMember === 1 ? { kind: 'limited', limit: 1 } : null;
}

export type HomeSource = {
  manifest: MallManifest;
  bands: StockBands;
  member: MemberRead;
  /** What she has had already: a limit that she has reached is no offer. */
  redeemed: RedeemedUnits;
};

/** All rewards in the shop's own order, those that this reader may redeem now, and of them what she can pay. */
export function offersOf(words: Words, { manifest, bands, member, redeemed }: HomeSource) {
  const shop = shopMoney(manifest);
  const live = manifest.rewards.filter(({ state }) => state === 'live');
  const tiles = live.map((card) => tileOf(words, { card, band: bands[card.rewardId] ?? 'in', shop }));
  const available = availableOf(member);
  const offered = live.flatMap((card, position) => {
    const { kind } = decideRewardAction(
      {
        takesCash: false,
        state: card.state,
        terms: termsAt(card, words.nowMs).current,
        band: bands[card.rewardId] ?? 'in',
        limitPerMember: card.limitPerMember,
        redeemedUnits: redeemed.get(card.rewardId) ?? 0,
        available: Number.MAX_SAFE_INTEGER,
      },
      words.nowMs,
    );
    const tile = tiles[position];
    return kind === 'redeem' && tile ? [tile] : [];
  });
  const dearestFirst = offered.toSorted((a, b) => b.points - a.points);
  const affordable =
    typeof available === 'number' ? dearestFirst.filter(({ points }) => points <= available) : [];
  // What she can have at once, where need be with cash beside her points.
  const redeemable =
    typeof available === 'number' ? dearestFirst.filter((tile) => leastPoints(tile) <= available) : [];
  const firstReward =
    redeemable.length === 0
      ? (dearestFirst.toSorted((a, b) => leastPoints(b) - leastPoints(a)).at(-1) ?? null)
      : null;
  return { available, tiles, dearestFirst, affordable, redeemable, firstReward };
}

/** The points without which no cash helps. */
export function leastPoints({ points, mix }: RewardTileView): number {
  return mix?.pointsMin ?? points;
}

/** What the reader can spend now: of a frozen account nothing, whatever its balance says. */
export function availableOf(member: MemberRead): Spendable {
  if (member.kind !== 'known') return member.kind;
  return member.overview.frozenAtMs === null ? member.overview.balances.availablePoints : 'frozen';
}

/** The soonest expiry stands on the card; points that never expire say nothing there. */
export function memberView(member: MemberRead): MemberView {
  if (member.kind !== 'known') return member;
  const { balances, expiries, seq, frozenAtMs } = member.overview;
  const [soonest] = expiries;
  const nextExpiry =
    soonest && soonest.expiresAtMs !== null && soonest.points > 0
      ? { points: soonest.points, expiresAtMs: soonest.expiresAtMs }
      : null;
  return { kind: 'known', balances, nextExpiry, isNew: seq <= WELCOME_SEQ, isFrozen: frozenAtMs !== null };
}

/** Other rewards within ±30% of the price, nearest first. */
export function similarTiles(words: Words, manifest: MallManifest, bands: StockBands, card: RewardCard) {
  const { pointsEach } = termsAt(card, words.nowMs).current;
  return manifest.rewards
    .filter((other) => other.rewardId !== card.rewardId && other.state === 'live')
    .map((other) =>
      tileOf(words, {
        card: other,
        band: bands[other.rewardId] ?? 'in',
        shop: shopMoney(manifest),
      }),
    )
    .map((tile) => ({ tile, away: Math.abs(tile.points - pointsEach) }))
    .filter(({ away }) => away * 100 <= pointsEach * SIMILAR_PERCENT)
    .toSorted((a, b) => a.away - b.away)
    .slice(0, SIMILAR_MAX)
    .map(({ tile }) => tile);
}
