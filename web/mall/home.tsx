import { BagIcon, GiftIcon, ParcelIcon } from './icons.tsx';
import { MallFrame } from './mall-frame.tsx';
import { MemberCard } from './member-card.tsx';
import { RewardTile } from './reward-tile.tsx';
import { Said } from './said.tsx';
import type { Frame, MemberView, RewardTileView } from './views.ts';
import type { Words } from './words.ts';

export type HomeView = {
  member: MemberView;
  /** What she can have now, dearest first. */
  affordable: RewardTileView[];
  /** Filled only where nothing is affordable. */
  almost: { reward: RewardTileView; gapPoints: number }[];
  rewards: RewardTileView[];
  firstReward: RewardTileView | null;
};

/** Pictures that a phone shows without scrolling are not put off. */
const EAGER_PICTURES = 4;

export function HomePage({ frame, view }: { frame: Frame; view: HomeView }) {
  const { words, shop } = frame;
  const { t, format } = words;
  return (
    <MallFrame
      frame={frame}
      title={shop.name}
      page="home"
      preview={{
        description: t('card.signedOut', { unit: format.unit }),
        pictureUrl: view.rewards.find(({ pictureUrl }) => pictureUrl)?.pictureUrl ?? null,
      }}
    >
      <h1 class="shop-name">
        <Said words={words} text={{ text: shop.name, lang: shop.locale }} />
      </h1>
      <MemberCard words={words} member={view.member} firstReward={view.firstReward} />
      {view.affordable.length > 0 && (
        <section aria-labelledby="now">
          <h2 id="now">{t('shelf.now')}</h2>
          <ul class="shelf">
            {view.affordable.map((reward) => (
              <RewardTile words={words} reward={reward} eager />
            ))}
          </ul>
        </section>
      )}
      {view.almost.length > 0 && (
        <section aria-labelledby="almost">
          <h2 id="almost">{t('shelf.almost')}</h2>
          <ul class="shelf">
            {view.almost.map(({ reward, gapPoints }) => (
              <RewardTile words={words} reward={reward} gapPoints={gapPoints} eager />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="all">
        <h2 id="all">{t('shelf.all')}</h2>
        {view.rewards.length === 0 ? (
          <div class="empty">
            <GiftIcon />
            <p>{t('shelf.empty', { unit: format.unit })}</p>
            <a class="button quiet" href="/earn">
              {t('shelf.emptyAction')}
            </a>
          </div>
        ) : (
          <ul class="grid">
            {view.rewards.map((reward, position) => (
              <RewardTile words={words} reward={reward} eager={position < EAGER_PICTURES} />
            ))}
          </ul>
        )}
      </section>
      <HowItWorks words={words} />
    </MallFrame>
  );
}

function HowItWorks({ words: { t, format } }: { words: Words }) {
  const steps = [
    { icon: <BagIcon />, text: t('steps.earn', { unit: format.unit }) },
    { icon: <GiftIcon />, text: t('steps.choose') },
    { icon: <ParcelIcon />, text: t('steps.receive') },
  ];
  return (
    <section aria-labelledby="how">
      <h2 id="how">{t('steps.title')}</h2>
      <ol class="steps">
        {steps.map(({ icon, text }) => (
          <li>
            {icon}
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
