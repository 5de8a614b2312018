import { CashChoiceForm } from './cash-choice.tsx';
import { Points } from './figure.tsx';
import { GiftIcon, ParcelIcon, PointsIcon, ShareIcon, WaitIcon } from './icons.tsx';
import { MallFrame } from './mall-frame.tsx';
import { OwnOrder } from './own-order.tsx';
import { Picture } from './picture.tsx';
import { RewardButton } from './reward-button.tsx';
import { MarketPrice, MixPrice, RewardTile } from './reward-tile.tsx';
import { Said, SLOT } from './said.tsx';
import type { Frame, RewardView } from './views.ts';
import { VoucherLines } from './voucher-lines.tsx';

/** Everything that decides is on the page before its one button: price, limit, delivery, what is left. */
export function RewardPage({ frame, reward }: { frame: Frame; reward: RewardView }) {
  const { words } = frame;
  const { t, format } = words;
  return (
    <MallFrame
      frame={frame}
      title={reward.name.text}
      page="with-bar"
      preview={{
        description: reward.description?.text ?? format.points(reward.points),
        pictureUrl: reward.pictureUrl,
      }}
    >
      <p class="back">
        <a class="backlink" href="/">
          {t('reward.back')}
        </a>
        <a class="share-link" href={`/rewards/${reward.rewardId}/share`}>
          <ShareIcon />
          {t('share.send')}
        </a>
      </p>
      <article class="reward">
        <Picture url={reward.pictureUrl} alt={t('pictureOf', { name: reward.name.text })} eager />
        <div class="reward-facts">
          <h1>
            <Said words={words} text={reward.name} />
          </h1>
          <p class="price">
            <Points words={words} points={reward.points} />
            <MixPrice words={words} mix={reward.mix} />
            {reward.market && <MarketPrice words={words} market={reward.market} />}
          </p>
          {reward.next && (
            <p class="notice">
              {t('reward.nextPrice', {
                points: format.points(reward.next.points),
                time: format.dateTime(reward.next.atMs, words.nowMs),
              })}
            </p>
          )}
          <ul class="facts">
            {reward.action.kind === 'redeem' && (
              <li class="keep">
                <PointsIcon />
                <span>
                  {t('reward.shortHave', {
                    points: format.points(reward.action.leftPoints + reward.action.points),
                  })}{' '}
                  <span data-left={t('reward.left', { points: SLOT })}>
                    {t('reward.left', { points: format.points(reward.action.leftPoints) })}
                  </span>
                </span>
              </li>
            )}
            {reward.badge?.kind === 'low' && (
              <li>
                <WaitIcon />
                {t('badge.low', { units: reward.badge.units })}
              </li>
            )}
            {reward.limit !== null && (
              <li>
                <GiftIcon />
                {reward.own?.kind === 'unpaid'
                  ? t('reward.limitOpen', { limit: reward.limit, taken: reward.taken })
                  : reward.taken > 0
                    ? t('reward.limitHad', { limit: reward.limit, taken: reward.taken })
                    : t('reward.limit', { limit: reward.limit })}
              </li>
            )}
            {reward.untilMs !== null && (
              <li>
                <WaitIcon />
                {t('reward.until', { time: format.dateTime(reward.untilMs, words.nowMs) })}
              </li>
            )}
            {!reward.voucher &&
              reward.delivery.map((fact) => (
                <li>
                  <ParcelIcon />
                  {fact}
                </li>
              ))}
            {reward.returns && (
              <li>
                <GiftIcon />
                <a href="/help#returns">{reward.returns}</a>
              </li>
            )}
          </ul>
          {reward.own && reward.action.kind !== 'short' && (
            <p class="notice">
              <OwnOrder words={words} own={reward.own} />
            </p>
          )}
          {reward.voucher && <VoucherLines words={words} voucher={reward.voucher} />}
          {reward.choice ? (
            <CashChoiceForm
              words={words}
              rewardId={reward.rewardId}
              choice={reward.choice}
              draftKey={reward.draftKey}
            />
          ) : (
            <RewardButton words={words} reward={reward} />
          )}
          {reward.description && (
            <section aria-labelledby="about">
              <h2 id="about">{t('reward.about')}</h2>
              <p class="story" lang={reward.description.lang}>
                {reward.description.text}
              </p>
            </section>
          )}
        </div>
      </article>
      {reward.similar.length > 0 && (
        <section aria-labelledby="similar">
          <h2 id="similar">{t('reward.similar')}</h2>
          <ul class="shelf">
            {reward.similar.map((tile) => (
              <RewardTile words={words} reward={tile} />
            ))}
          </ul>
        </section>
      )}
    </MallFrame>
  );
}
