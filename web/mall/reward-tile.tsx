import { Points } from './figure.tsx';
import { Picture } from './picture.tsx';
import { Said } from './said.tsx';
import type { Badge, RewardTileView } from './views.ts';
import type { Words } from './words.ts';

type Props = { words: Words; reward: RewardTileView; gapPoints?: number; eager?: boolean };

/** One reward as lists show it: picture, name, points, market price and at most one badge. */
export function RewardTile({ words, reward, gapPoints, eager = false }: Props) {
  const { t, format } = words;
  return (
    <li class={`tile tile-${reward.kind}`}>
      <a href={`/rewards/${reward.rewardId}`}>
        <span class="tile-picture">
          <Picture url={reward.pictureUrl} alt="" eager={eager} />
          {reward.badge && (
            <span class={`badge badge-${reward.badge.kind}`}>{badgeWords(words, reward.badge)}</span>
          )}
        </span>
        <span class="tile-text">
          <span class="tile-name">
            <Said words={words} text={reward.name} />
          </span>
          <span class="tile-price">
            <Points words={words} points={reward.points} />
            <MixPrice words={words} mix={reward.mix} />
            {reward.market && <MarketPrice words={words} market={reward.market} />}
          </span>
          {gapPoints !== undefined && (
            <span class="gap">
              <progress
                max={reward.points}
                value={reward.points - gapPoints}
                aria-label={t('shelf.gap', { points: format.points(gapPoints) })}
              />
              <span aria-hidden="true">{t('shelf.gap', { points: format.points(gapPoints) })}</span>
            </span>
          )}
        </span>
      </a>
    </li>
  );
}

/** The other way to pay: fewer points, and cash beside them. */
export function MixPrice({ words: { t, format }, mix }: { words: Words; mix: RewardTileView['mix'] }) {
  return (
    mix && <span class="mix">{t('mix.or', { points: format.points(mix.pointsMin), cash: mix.cash })}</span>
  );
}

export function MarketPrice({ words, market }: { words: Words; market: string }) {
  return (
    <span class="market">
      <span class="hidden">{words.t('marketPrice')} </span>
      <s>{market}</s>
    </span>
  );
}

function badgeWords({ t, format, nowMs }: Words, badge: Badge): string {
  switch (badge.kind) {
    case 'sold_out':
      return t('badge.soldOut');
    case 'ended':
      return t('badge.ended');
    case 'not_started':
      return t('badge.notStarted', { time: format.dateTime(badge.startsAtMs, nowMs) });
    case 'low':
      return t('badge.low', { units: badge.units });
    case 'limited':
      return t('badge.limited', { limit: badge.limit });
  }
}
