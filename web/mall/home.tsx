import { AskList } from './ask.tsx';
import { Banners, type BannerView } from './banners.tsx';
import { FindRewards, type FindView } from './find-rewards.tsx';
import { FrozenNotice } from './frozen-notice.tsx';
import { HowItWorks, type Receives } from './how-it-works.tsx';
import { MallFrame } from './mall-frame.tsx';
import { type JoinOffer, MemberCard } from './member-card.tsx';
import { RewardTile } from './reward-tile.tsx';
import { Said } from './said.tsx';
import type { Frame, MemberView, RewardTileView } from './views.ts';
import type { Words } from './words.ts';

export type HomeBlockName = 'banner' | 'within_reach' | 'expiring' | 'rewards' | 'how_it_works';

export type HomeView = {
  member: MemberView;
  /** What joining brings, where it brings something. */
  joinOffer: JoinOffer | null;
  /** Blocks below the member's card, in the shop's own order. */
  blocks: HomeBlockName[];
  banners: BannerView[];
  /** What she can have now, dearest first. */
  affordable: RewardTileView[];
  /** Filled only where nothing is affordable. */
  almost: { reward: RewardTileView; gapPoints: number }[];
  /** Points that end within a month, and what they are enough for; null where that is not worth a block. */
  expiring: { points: number; expiresAtMs: number; tiles: RewardTileView[] } | null;
  rewards: RewardTileView[];
  find: FindView;
  firstReward: RewardTileView | null;
  /** How what she redeems comes to her here: a shop of vouchers alone sends nothing. */
  receives: Receives;
};

export function HomePage({ frame, view }: { frame: Frame; view: HomeView }) {
  const { words, shop } = frame;
  const { t, format } = words;
  return (
    <MallFrame
      frame={frame}
      title={shop.name}
      page={view.find.isFinding ? 'finding' : 'home'}
      preview={{
        description: t('search.description', { shop: shop.name, unit: format.unit }),
        pictureUrl: view.rewards.find(({ pictureUrl }) => pictureUrl)?.pictureUrl ?? null,
      }}
    >
      <h1 class="hidden">
        <Said words={words} text={{ text: shop.name, lang: shop.locale }} />
      </h1>
      {view.member.kind === 'known' && <AskList words={words} asks={[]} />}
      {view.member.kind === 'known' && view.member.isFrozen && <FrozenNotice words={words} />}
      {!view.find.isFinding && (
        <MemberCard
          words={words}
          member={view.member}
          firstReward={view.firstReward}
          joinOffer={view.joinOffer}
          earns={frame.closing?.earns}
        />
      )}
      {view.blocks
        // Its first step is to buy and earn.
        .filter((block) => block !== 'how_it_works' || frame.closing?.earns !== false)
        .map((block) => (
          <Block words={words} view={view} block={block} />
        ))}
    </MallFrame>
  );
}

/** A block with nothing to say is not drawn. */
function Block({ words, view, block }: { words: Words; view: HomeView; block: HomeBlockName }) {
  switch (block) {
    case 'banner':
      return view.banners.length > 0 ? <Banners words={words} banners={view.banners} /> : null;
    case 'within_reach':
      return <WithinReach words={words} view={view} />;
    case 'expiring':
      return view.expiring && <Expiring words={words} expiring={view.expiring} />;
    case 'rewards':
      return <FindRewards words={words} rewards={view.rewards} find={view.find} />;
    case 'how_it_works':
      return <HowItWorks words={words} receives={view.receives} />;
  }
}

function WithinReach({ words, view }: { words: Words; view: HomeView }) {
  const { t } = words;
  if (view.affordable.length === 0 && view.almost.length === 0) return null;
  const title = t(view.affordable.length > 0 ? 'shelf.now' : 'shelf.almost');
  return (
    <section class="within-reach" aria-labelledby="reach">
      <h2 id="reach">{title}</h2>
      <ul class="shelf">
        {view.affordable.map((reward) => (
          <RewardTile words={words} reward={reward} eager />
        ))}
        {view.almost.map(({ reward, gapPoints }) => (
          <RewardTile words={words} reward={reward} gapPoints={gapPoints} eager />
        ))}
      </ul>
    </section>
  );
}

function Expiring({ words, expiring }: { words: Words; expiring: NonNullable<HomeView['expiring']> }) {
  const { t, format, nowMs } = words;
  const { points, expiresAtMs, tiles } = expiring;
  return (
    <section class="expiring" aria-labelledby="expiring">
      <h2 id="expiring">{t('zone.title')}</h2>
      <p class="expiring-line">
        {t(tiles.length > 0 ? 'zone.line' : 'zone.lineAlone', {
          points: format.points(points),
          date: format.lastDay(expiresAtMs, nowMs),
        })}
      </p>
      {tiles.length > 0 && (
        <ul class="shelf">
          {tiles.map((reward) => (
            <RewardTile words={words} reward={reward} />
          ))}
        </ul>
      )}
    </section>
  );
}
