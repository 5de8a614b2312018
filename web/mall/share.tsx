import { isolated } from '../../src/messages/isolated.ts';
import { Points } from './figure.tsx';
import { MallFrame } from './mall-frame.tsx';
import { Picture } from './picture.tsx';
import { QrCode } from './qr-code.tsx';
import { Said } from './said.tsx';
import type { Frame, RewardTileView } from './views.ts';

export type ShareView = {
  reward: RewardTileView /** The whole address of the reward's page. */;
  address: string;
};

/**
 * A card of one reward to show to a friend: picture, name, price and a code that leads to it. With script
 * it is handed on as a picture; without, the card can be photographed and its address copied.
 */
export function SharePage({ frame, view }: { frame: Frame; view: ShareView }) {
  const { words, shop } = frame;
  const { t, format } = words;
  const { reward, address } = view;
  return (
    <MallFrame
      frame={frame}
      title={t('share.title')}
      page="narrow sharing"
      preview={{ description: format.points(reward.points), pictureUrl: reward.pictureUrl }}
    >
      <p class="back">
        <a class="backlink" href={`/rewards/${reward.rewardId}`}>
          {t('confirm.back')}
        </a>
      </p>
      <h1>{t('share.title')}</h1>
      <article class="share-card" aria-label={reward.name.text}>
        <Picture url={reward.pictureUrl} alt="" eager />
        <div class="share-foot">
          <div>
            <p class="share-shop">
              <Said words={words} text={{ text: shop.name, lang: shop.locale }} />
            </p>
            <p class="share-name">
              <Said words={words} text={reward.name} />
            </p>
            <p class="share-price">
              <Points words={words} points={reward.points} />
            </p>
          </div>
          <QrCode label={t('share.code')} text={address} />
        </div>
      </article>
      <div class="actions">
        <button
          class="button"
          type="button"
          data-share={address}
          data-title={`${isolated(reward.name.text)} · ${isolated(shop.name)}`}
          hidden
        >
          {t('share.send')}
        </button>
        <p class="share-address">
          <span class="reference">{address}</span>
          <button class="link" type="button" data-copy={address} hidden>
            {t('share.copy')}
          </button>
          <span class="small" role="status" data-copied={t('redemption.copied')} />
        </p>
      </div>
    </MallFrame>
  );
}
