import { Mixed, Said, SLOT } from './said.tsx';
import type { MemberView, RewardTileView } from './views.ts';
import type { Words } from './words.ts';

type Props = { words: Words; member: MemberView; firstReward: RewardTileView | null };

/** The one big figure of the home page; a balance that can't be read is said, never shown as 0. */
export function MemberCard({ words, member, firstReward }: Props) {
  const { t, format } = words;
  if (member.kind === 'visitor') {
    return (
      <section class="member-card" aria-label={t('card.title', { unit: format.unit })}>
        <p class="card-lead">{t('card.signedOut', { unit: format.unit })}</p>
        <a class="button on-card" href="/sign-in">
          {t('card.join')}
        </a>
      </section>
    );
  }
  if (member.kind === 'unknown') {
    return (
      <section
        class="member-card"
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
  const missingPoints = firstReward ? firstReward.points - balances.availablePoints : 0;
  const isOnItsWay = balances.pendingPoints > 0 && balances.pendingPoints >= missingPoints;
  const gapPoints = isOnItsWay ? balances.pendingPoints : missingPoints - balances.pendingPoints;
  const toFirst = isOnItsWay ? 'card.toFirstPending' : member.isNew ? 'card.toFirst' : 'card.toNext';
  return (
    <section class="member-card" aria-label={t('card.title', { unit: format.unit })}>
      <BigFigure words={words} points={Math.max(0, balances.availablePoints)} />
      {(small.length > 0 || nextExpiry) && (
        <ul class="card-small">
          {small.map((line) => (
            <li>{line}</li>
          ))}
          {nextExpiry && (
            <li class={isSoon(nextExpiry.expiresAtMs, words.nowMs) ? 'soon' : undefined}>
              {t('card.nextExpiry', {
                points: format.points(nextExpiry.points),
                date: format.lastDay(nextExpiry.expiresAtMs, words.nowMs),
              })}
            </li>
          )}
        </ul>
      )}
      {firstReward && firstReward.points > balances.availablePoints && (
        <p class="card-small">
          <Mixed
            message={t(toFirst, {
              points: format.points(gapPoints),
              reward: SLOT,
            })}
          >
            <Said words={words} text={firstReward.name} />
          </Mixed>
        </p>
      )}
      <a class="card-link" href="/points">
        {t('card.details')}
      </a>
    </section>
  );
}

const SOON_MS = 30 * 86_400_000;

/** Whether points end within a month: time to use them. */
export function isSoon(expiresAtMs: number | null, nowMs: number): boolean {
  return expiresAtMs !== null && expiresAtMs - nowMs <= SOON_MS;
}

/** "可用 1,286 积分": the label, the figure, the shop's word. */
export function BigFigure({ words, points }: { words: Words; points: number }) {
  const figure = words.format.count(points);
  const [before = '', after = ''] = words.format.points(points).split(figure);
  return (
    <p class="big">
      <span>{words.t('card.available')} </span>
      {before}
      <strong>{figure}</strong>
      <span>{after}</span>
    </p>
  );
}
