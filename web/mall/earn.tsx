import type { TextInLanguage } from '../../src/messages/localized-text.ts';
import { BagIcon, GiftIcon } from './icons.tsx';
import { MallFrame } from './mall-frame.tsx';
import { type JoinOffer, MemberCard } from './member-card.tsx';
import { PersonIcon } from './member-icons.tsx';
import { memberWords } from './member-words.ts';
import { Mixed, Said, SLOT } from './said.tsx';
import type { Frame, MemberView, RewardTileView } from './views.ts';
import type { Words } from './words.ts';

export type EarnView = {
  member: MemberView;
  /** What joining brings, for whoever has not yet. */
  joinOffer: JoinOffer | null;
  /** What she gets first; null where nothing is on offer, or she can have something now. */
  firstReward: RewardTileView | null;
  canRedeem: boolean;
  /** What answering the shop's questions would still give her; null where that is nothing. */
  profilePoints: number | null;
  /** Null until the shop has published its rules. */
  base: { rate: string; example: string; entry: string } | null;
  /** Those with rates of their own, the best first; `example` is null where they earn nothing. */
  categories: { name: TextInLanguage; example: string | null; isMore: boolean }[];
  /** Rewards for a while only, and those that begin soon. */
  onNow: { rewardId: string; name: TextInLanguage; when: string }[];
  /** When other rules begin; the rules page has them. */
  next: string | null;
  /** What has to be bought until the first reward. */
  spend: string | null;
};

/** How to earn: every way with an example in money, what is on now, and the reward that it leads to. */
export function EarnPage({ frame, view }: { frame: Frame; view: EarnView }) {
  const { words } = frame;
  const { t, format } = words;
  const m = memberWords(words);
  const title = t('earn', { unit: format.unit });
  return (
    <MallFrame frame={frame} title={title} page="narrow">
      <h1>{title}</h1>
      <MemberCard
        words={words}
        member={view.member}
        firstReward={view.firstReward}
        joinOffer={view.joinOffer}
        earns={frame.closing?.earns}
      />
      {frame.closing?.earns === false ? (
        <p class="notice">{t('earnPage.ended', { unit: format.unit })}</p>
      ) : (
        <section class="panel" aria-labelledby="buy">
          <h2 id="buy" class="with-icon">
            <BagIcon />
            {t('earnPage.buy', { unit: format.unit })}
          </h2>
          {view.base ? <Buying words={words} view={view} base={view.base} /> : <p>{t('rule.notYet')}</p>}
        </section>
      )}
      {view.profilePoints !== null && (
        <section class="panel" aria-labelledby="about">
          <h2 id="about" class="with-icon">
            <PersonIcon />
            {m('about.title')}
          </h2>
          <p>
            <a href="/me/profile">{m('me.profilePoints', { points: format.points(view.profilePoints) })}</a>
          </p>
        </section>
      )}
      {(view.onNow.length > 0 || view.next) && (
        <section class="panel" aria-labelledby="on-now">
          <h2 id="on-now">{t('earnPage.onNow')}</h2>
          <ul class="ways">
            {view.onNow.map(({ rewardId, name, when }) => (
              <li>
                <a href={`/rewards/${rewardId}`}>
                  <Said words={words} text={name} />
                </a>
                <span>{when}</span>
              </li>
            ))}
            {view.next && (
              <li>
                <a href="/rules">{t('earnPage.newRules')}</a>
                <span>{view.next}</span>
              </li>
            )}
          </ul>
        </section>
      )}
      <Leading words={words} view={view} />
      <div class="actions">
        <a href="/rules">{t('earnPage.allRules')}</a>
      </div>
    </MallFrame>
  );
}

type BuyingProps = { words: Words; view: EarnView; base: NonNullable<EarnView['base']> };

function Buying({ words, view, base }: BuyingProps) {
  const { t, format } = words;
  return (
    <>
      <p class="way">
        <strong>{base.rate}</strong>
      </p>
      <ul class="ways">
        <li>
          <span>{t(view.categories.length > 0 ? 'earnPage.mostThings' : 'earnPage.forInstance')}</span>
          <span>{base.example}</span>
        </li>
        {view.categories.map(({ name, example, isMore }) => (
          <li>
            <span>
              <Said words={words} text={name} />
              {isMore && <em>{t('earnPage.more')}</em>}
            </span>
            <span>{example ?? t('earnPage.nothing', { unit: format.unit })}</span>
          </li>
        ))}
      </ul>
      <p class="small">{base.entry}</p>
      <p class="small">
        {view.member.kind === 'visitor' ? (
          t('earnPage.inShopVisitor', { unit: format.unit })
        ) : (
          <Mixed message={t('earnPage.inShop', { number: SLOT })}>
            <a href="/points">{t('earnPage.number')}</a>
          </Mixed>
        )}
      </p>
    </>
  );
}

/** What it is for: the next reward in purchases, or the shelf where there is something for her already. */
function Leading({ words, view }: { words: Words; view: EarnView }) {
  const { canRedeem, firstReward, spend, member } = view;
  const { t, format } = words;
  if (!canRedeem && (firstReward === null || spend === null)) return null;
  return (
    <section class="panel" aria-labelledby="leading">
      <h2 id="leading" class="with-icon">
        <GiftIcon />
        {t('earnPage.leads')}
      </h2>
      {canRedeem || firstReward === null ? (
        <p>
          <a href="/">{t('earnPage.canRedeem', { unit: format.unit })}</a>
        </p>
      ) : (
        <p>
          <Mixed
            message={t(member.kind === 'visitor' ? 'earnPage.toReward' : 'earnPage.toRewardStill', {
              amount: spend ?? '',
              reward: SLOT,
            })}
          >
            <a href={`/rewards/${firstReward.rewardId}`}>
              <Said words={words} text={firstReward.name} />
            </a>
          </Mixed>
        </p>
      )}
    </section>
  );
}
