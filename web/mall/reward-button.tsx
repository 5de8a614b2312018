import type { Child } from 'hono/jsx';
import { OwnOrder } from './own-order.tsx';
import type { RewardView } from './views.ts';
import type { Words } from './words.ts';

type Props = {
  words: Words;
  reward: Pick<RewardView, 'rewardId' | 'action' | 'voucher' | 'similar' | 'draftKey' | 'own'>;
};

/** The bar with the one button: a link where it leads on, a status where it can't. */
export function RewardButton({ words, reward }: Props) {
  const { rewardId, action, voucher, similar, draftKey, own } = reward;
  const { t, format, nowMs } = words;
  const { unit } = format;
  const confirmPath = `/rewards/${rewardId}/confirm?key=${draftKey}`;
  const elsewhere =
    similar.length > 0 ? (
      <a href="#similar">{t('reward.similarLine')}</a>
    ) : (
      <a href="/">{t('reward.endedLine')}</a>
    );
  switch (action.kind) {
    case 'redeem':
      return (
        <Bar line={voucher ? t('voucher.askLine') : t('reward.redeemLine', { unit })}>
          <a class="button" href={confirmPath}>
            {action.cash === null
              ? t('reward.redeem', { points: format.points(action.points) })
              : t('mix.redeem', { points: format.points(action.points), cash: action.cash })}
          </a>
        </Bar>
      );
    case 'short':
      return (
        <Bar
          line={
            own ? (
              <OwnOrder words={words} own={own} />
            ) : (
              <>
                {[
                  t('reward.shortHave', { points: format.points(Math.max(0, action.availablePoints)) }),
                  action.pendingPoints > 0 &&
                    t(action.spend ? 'reward.shortPending' : 'reward.shortPendingEnough', {
                      points: format.points(action.pendingPoints),
                    }),
                  action.spend && t('reward.shortLine', { amount: action.spend }),
                ]
                  .filter(Boolean)
                  .join(' ')}{' '}
                <a href="/earn">{t('reward.shortWays')}</a>
              </>
            )
          }
        >
          <Cannot>{t('reward.short', { points: format.points(action.missingPoints) })}</Cannot>
        </Bar>
      );
    case 'sign_in':
      return (
        <Bar line={null}>
          <a class="button" href={`/sign-in?to=${encodeURIComponent(`/rewards/${rewardId}`)}`}>
            {t('reward.signIn')}
          </a>
        </Bar>
      );
    case 'sold_out':
      return (
        <Bar
          line={
            <>
              {t('reward.soldOutLine', { unit })} {elsewhere}
            </>
          }
        >
          <Cannot>{t('reward.soldOut')}</Cannot>
        </Bar>
      );
    case 'not_started':
      return (
        <Bar line={t('reward.notStartedLine')}>
          <Cannot>{t('reward.notStarted', { time: format.dateTime(action.startsAtMs, nowMs) })}</Cannot>
        </Bar>
      );
    case 'ended':
      return (
        <Bar line={elsewhere}>
          <Cannot>{t('reward.ended', { time: format.dateTime(action.endedAtMs, nowMs) })}</Cannot>
        </Bar>
      );
    case 'limit':
      return (
        <Bar line={own?.kind === 'unpaid' ? null : <a href="/redemptions">{t('reward.limitLine')}</a>}>
          <Cannot>
            {own?.kind === 'unpaid'
              ? t('reward.limitOpen', { limit: action.limit, taken: action.taken })
              : t('reward.limitReached', { limit: action.limit, taken: action.taken })}
          </Cannot>
        </Bar>
      );
    case 'stopped':
      return (
        <Bar line={elsewhere}>
          <Cannot>{t('reward.stopped')}</Cannot>
        </Bar>
      );
    case 'frozen':
      return (
        <Bar line={<a href="/help">{t('reward.frozenLine')}</a>}>
          <Cannot>{t('reward.frozen')}</Cannot>
        </Bar>
      );
    case 'unknown':
      return (
        <Bar line={t('reward.unknown')}>
          <a class="button quiet" href={`/rewards/${rewardId}`}>
            {t('reward.unknownLine')}
          </a>
        </Bar>
      );
  }
}

function Bar({ line, children }: { line: Child; children: Child }) {
  return (
    <div class="bar">
      {children}
      {line && <p class="small">{line}</p>}
    </div>
  );
}

function Cannot({ children }: { children: Child }) {
  return (
    <p class="button cannot" role="status">
      {children}
    </p>
  );
}
