import type { HomeView } from '../../../web/mall/home.tsx';
import type { RewardTileView } from '../../../web/mall/views.ts';
import type { Words } from '../../../web/mall/words.ts';
import type { Design } from '../../domain/design/design.ts';
import { pickText } from '../../messages/localized-text.ts';
import { pictureUrl } from '../publication/build-manifest.ts';
import { expiringZone } from './expiring-zone.ts';
import { findRewards, type Wanted } from './find-rewards.ts';
import { designOf } from './frame-look.ts';
import { joinOfferOf } from './join-offer.ts';
import { type HomeSource, leastPoints, memberView, offersOf } from './shelf.ts';

const SHELF_MAX = 10;
const ALMOST_MAX = 4;
/** So few rewards are all in sight at once. */
const SHELF_SMALL = 4;
/** "Almost there" means at most a quarter of the price is missing. */
const ALMOST_SHARE = 4;

/** What the home page shows, in the shop's own order; the shelf above it dearest first. */
export function homeView(words: Words, source: HomeSource & { wanted?: Wanted }): HomeView {
  const { manifest, member, wanted = { query: '', kind: null } } = source;
  const { available, tiles, dearestFirst, affordable, redeemable, firstReward } = offersOf(words, source);
  // A second row of the very same rewards says nothing.
  const isShelfWorth = (shelf: RewardTileView[]) => shelf.length < tiles.length || tiles.length > SHELF_SMALL;
  const almost =
    typeof available === 'number' && redeemable.length === 0
      ? dearestFirst
          .map((reward) => ({ reward, gapPoints: leastPoints(reward) - available }))
          .filter(({ reward, gapPoints }) => available > 0 && gapPoints * ALMOST_SHARE <= leastPoints(reward))
      : [];
  const { rewards, find } = findRewards({ manifest, tiles, available, wanted });
  const design = designOf(manifest);
  return {
    member: memberView(member),
    joinOffer: joinOfferOf(words, manifest, dearestFirst),
    blocks: find.isFinding
      ? ['rewards']
      : design.blocks.filter(({ shown }) => shown).map(({ block }) => block),
    banners: bannersOf(words, design),
    affordable: isShelfWorth(redeemable) ? redeemable.slice(0, SHELF_MAX) : [],
    almost: almost.toReversed().slice(0, ALMOST_MAX),
    expiring: expiringZone(member, affordable, words.nowMs),
    rewards,
    find,
    firstReward,
    receives: receivesOf(manifest, tiles),
  };
}

/** A shop that has begun with vouchers alone sends nothing. */
function receivesOf({ settings }: HomeSource['manifest'], tiles: RewardTileView[]): HomeView['receives'] {
  if (tiles.length > 0 && tiles.every(({ voucher }) => voucher !== null)) return 'shown';
  return settings?.delivery?.ships === false ? 'fetched' : 'sent';
}

/** The banners of this moment that have something to show. */
function bannersOf({ nowMs, locale, shopLocale }: Words, { banners }: Design): HomeView['banners'] {
  return banners.flatMap(({ pictureKey, title, href, startsAtMs, endsAtMs }) => {
    const isNow = (startsAtMs === null || startsAtMs <= nowMs) && (endsAtMs === null || nowMs < endsAtMs);
    const view = { pictureUrl: pictureUrl(pictureKey), title: pickText(title, locale, shopLocale), href };
    return isNow && (view.pictureUrl || view.title) ? [view] : [];
  });
}
