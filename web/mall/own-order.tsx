import type { RewardView } from './views.ts';
import type { Words } from './words.ts';

type Props = { words: Words; own: NonNullable<RewardView['own']> };

/** Her own order of this very reward, so that a lost answer is not followed by a second order. */
export function OwnOrder({ words: { t, format, nowMs }, own }: Props) {
  const isUnpaid = own.kind === 'unpaid';
  return (
    <>
      {isUnpaid
        ? t('reward.ownUnpaid', { points: format.points(own.points) })
        : t('reward.ownMade', { time: format.dateTime(own.atMs, nowMs) })}{' '}
      <a href={`/redemptions/${own.redemptionId}`}>{t(isUnpaid ? 'reward.ownPay' : 'reward.ownSee')}</a>
    </>
  );
}
