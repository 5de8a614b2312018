import { besideChinese } from '../../src/messages/beside-chinese.ts';
import type { TextInLanguage } from '../../src/messages/localized-text.ts';
import { QrIcon } from './member-icons.tsx';
import { memberWords } from './member-words.ts';
import { Phrases } from './phrases.tsx';
import { Mixed, Said, SLOT } from './said.tsx';
import type { MemberView, RewardTileView } from './views.ts';
import type { Words } from './words.ts';

/** Points for joining, and the dearest reward that they are enough for at once. */
export type JoinOffer = { points: number; reward: TextInLanguage | null };

type Props = {
  words: Words;
  member: MemberView;
  firstReward: RewardTileView | null;
  joinOffer?: JoinOffer | null;
  /** Whether the shop still gives points; it does unless it is about to close. */
  earns?: boolean | undefined;
};

/** The one big figure of the home page; a balance that can't be read is said, never shown as 0. */
export function MemberCard({ words, member, firstReward, joinOffer = null, earns = true }: Props) {
  const { t, format } = words;
  if (member.kind === 'visitor') {
    return (
      <section class="member-card is-visitor" aria-label={t('card.title', { unit: format.unit })}>
        <p class="card-lead">
          {joinOffer ? (
            <JoinLine words={words} offer={joinOffer} />
          ) : (
            t(earns ? 'card.signedOut' : 'earnPage.ended', { unit: format.unit })
          )}
        </p>
        <a class="button on-card" href="/sign-in">
          {t('card.join')}
        </a>
      </section>
    );
  }
  if (member.kind === 'unknown') {
    return (
      <section
        class="member-card is-unknown"
        aria-label={t('card.title', { unit: format.unit })}
        aria-live="polite"
        data-retry="/member-card"
      >
        <p class="card-lead">{t('card.unknown')}</p>
        <a class="button on-card" href="/">
          {t('card.retry')}
        </a>
      </section>
    );
  }
  const { balances, nextExpiry } = member;
  const small = [
    balances.pendingPoints > 0 && t('card.pending', { points: format.points(balances.pendingPoints) }),
    balances.heldPoints > 0 && t('card.held', { points: format.points(balances.heldPoints) }),
    balances.totalPoints !== balances.availablePoints &&
      t('card.total', { points: format.points(balances.totalPoints) }),
    balances.debtPoints > 0 && t('card.owed', { points: format.points(balances.debtPoints) }),
  ].filter((line): line is string => typeof line === 'string');
  // With fewer points than these no cash helps.
  const neededPoints = firstReward ? (firstReward.mix?.pointsMin ?? firstReward.points) : 0;
  const missingPoints = firstReward ? neededPoints - balances.availablePoints : 0;
  const isOnItsWay = balances.pendingPoints > 0 && balances.pendingPoints >= missingPoints;
  const gapPoints = isOnItsWay ? balances.pendingPoints : missingPoints - balances.pendingPoints;
  const isShort = firstReward !== null && missingPoints > 0 && (earns || isOnItsWay);
  const toFirst = isOnItsWay ? 'card.toFirstPending' : member.isNew ? 'card.toFirst' : 'card.toNext';
  return (
    <section class="member-card is-known" aria-label={t('card.title', { unit: format.unit })}>
      <CardTop words={words} points={Math.max(0, balances.availablePoints)} />
      <div class="card-side">
        {small.length > 0 && (
          <ul class="card-small">
            {small.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        )}
        {isShort && (
          <div class="card-next">
            <p>
              <Mixed message={t(toFirst, { points: format.points(gapPoints), reward: SLOT })}>
                <Said
                  words={words}
                  text={{ ...firstReward.name, text: besideChinese(firstReward.name.text, words.locale) }}
                />
              </Mixed>
            </p>
            <progress
              max={neededPoints}
              value={Math.max(0, balances.availablePoints)}
              aria-label={t('shelf.gap', { points: format.points(missingPoints) })}
            />
          </div>
        )}
        <p class="card-links">
          {nextExpiry && (
            <a
              class={isSoon(nextExpiry.expiresAtMs, words.nowMs) ? 'card-expiry soon' : 'card-expiry'}
              href="/points"
            >
              {t('card.nextExpiry', {
                points: format.points(nextExpiry.points),
                date: format.lastDay(nextExpiry.expiresAtMs, words.nowMs),
              })}
            </a>
          )}
          <a class="card-link" href="/points">
            {t('card.details')}
          </a>
        </p>
      </div>
    </section>
  );
}

/** "注册送 100 积分，马上能换 ¥10 券": what joining brings, and what that buys at once. */
export function JoinLine({ words, offer }: { words: Words; offer: JoinOffer }) {
  const { t, format } = words;
  const points = format.points(offer.points);
  if (!offer.reward) return <>{t('card.joinPoints', { points })}</>;
  const [before = '', after = ''] = t('card.joinOffer', { points, reward: SLOT }).split(SLOT);
  return (
    <>
      <Phrases text={before} />
      <Said words={words} text={{ ...offer.reward, text: besideChinese(offer.reward.text, words.locale) }} />
      {after}
    </>
  );
}

const SOON_MS = 30 * 86_400_000;

/** Whether points end within a month: time to use them. */
export function isSoon(expiresAtMs: number | null, nowMs: number): boolean {
  return expiresAtMs !== null && expiresAtMs - nowMs <= SOON_MS;
}

/** What she has, and one tap from it the code that she shows in the shop. */
export function CardTop({ words, points }: { words: Words; points: number }) {
  return (
    <div class="card-top">
      <BigFigure words={words} points={points} />
      <a class="card-code" href="/me/code">
        <QrIcon />
        <span>{memberWords(words)('code.title')}</span>
      </a>
    </div>
  );
}

/** "可用 1,286 积分": the label, the figure, the shop's word. */
export function BigFigure({ words, points }: { words: Words; points: number }) {
  const figure = words.format.count(points);
  const [before = '', after = ''] = words.format.points(points).split(figure);
  return (
    <p class="big">
      <span class="big-label">{words.t('card.available')} </span>
      {before}
      <span class="points-icon" aria-hidden="true" />
      <strong>{figure}</strong>
      <span class="big-unit">{after}</span>
    </p>
  );
}
