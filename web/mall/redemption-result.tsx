import { CrossIcon, ShareIcon, TickIcon, WaitIcon } from './icons.tsx';
import { MallFrame } from './mall-frame.tsx';
import { PickUpPanel } from './pick-up.tsx';
import { Picture } from './picture.tsx';
import { Said } from './said.tsx';
import type { Frame, RedemptionDetail } from './views.ts';
import { VoucherPanel } from './voucher-panel.tsx';

/** What a member sees right after redeeming: whole, not at all, or being confirmed. */
export function RedemptionResultPage({
  frame,
  detail,
  isHere = false,
}: {
  frame: Frame;
  detail: RedemptionDetail;
  /** She redeemed at the counter. */
  isHere?: boolean;
}) {
  const { words } = frame;
  const { t, format, nowMs } = words;
  const outcome = outcomeOf(detail.state);
  const number = t('success.number', { number: detail.number });
  const title = t(`success.${outcome === 'done' ? 'title' : outcome}`);
  return (
    <MallFrame frame={frame} title={title} page="narrow result">
      <div
        class="result-head"
        data-done={outcome === 'done' && detail.rewardId ? `/rewards/${detail.rewardId}/confirm` : undefined}
      >
        {outcome !== 'failed' && detail.pictureUrl && <Picture url={detail.pictureUrl} alt="" eager />}
        <ResultMark outcome={outcome} />
      </div>
      <h1>{title}</h1>
      <p class="result-item">
        <Said words={words} text={detail.name} /> · {format.points(detail.points)}
        {detail.cash && ` + ${detail.cash}`}
      </p>
      {outcome === 'failed' ? (
        <p>{detail.undoneBecause ?? t('success.failedLine', { unit: format.unit })}</p>
      ) : (
        <p class="small">{number}</p>
      )}
      {outcome === 'done' && detail.availablePoints !== null && (
        <p>{t('success.left', { points: format.points(Math.max(0, detail.availablePoints)) })}</p>
      )}
      {outcome === 'confirming' && <p>{t('success.confirmingLine', { unit: format.unit })}</p>}
      {detail.voucher && <VoucherPanel words={words} voucher={detail.voucher} />}
      {detail.voucher && <p class="small">{t('voucher.keep')}</p>}
      {outcome === 'done' && detail.pickUp && <PickUpPanel frame={frame} detail={detail} isHere={isHere} />}
      {outcome === 'done' && detail.delivers && (
        <section class="panel" aria-labelledby="next">
          <h2 id="next">{t('success.next')}</h2>
          <ol class="next">
            <li>
              {detail.packByMs === null
                ? t('success.nextPack', { unit: format.unit })
                : t('success.nextPackBy', {
                    time: format.dateTime(detail.packByMs, nowMs),
                    unit: format.unit,
                  })}
              {detail.cash && <> {t('success.nextCash', { cash: detail.cash })}</>}
            </li>
            <li>{t('success.nextShip')}</li>
            <li>{t('success.nextReceive')}</li>
          </ol>
        </section>
      )}
      <div class="actions">
        {outcome === 'confirming' ? (
          <a class="button" href={`/redemptions/${detail.redemptionId}/result`}>
            {t('success.reload')}
          </a>
        ) : (
          outcome === 'done' && (
            <a class="button" href={`/redemptions/${detail.redemptionId}`}>
              {t('success.view')}
            </a>
          )
        )}
        <a class="button quiet" href="/">
          {t('success.continue')}
        </a>
        {outcome === 'done' && detail.rewardId && (
          <a class="share-link" href={`/rewards/${detail.rewardId}/share`}>
            <ShareIcon />
            {t('share.action')}
          </a>
        )}
      </div>
    </MallFrame>
  );
}

type Outcome = 'done' | 'failed' | 'confirming';

/** The sign that is seen before anything is read. */
export function ResultMark({ outcome }: { outcome: Outcome }) {
  return (
    <div class={`mark mark-${outcome}`}>
      {outcome === 'done' ? <TickIcon /> : outcome === 'failed' ? <CrossIcon /> : <WaitIcon />}
    </div>
  );
}

function outcomeOf(state: RedemptionDetail['state']): Outcome {
  if (state === 'undone' || state === 'undoing') return 'failed';
  const isUnderWay = state === 'reserving' || state === 'awaiting_payment' || state === 'committing';
  return isUnderWay ? 'confirming' : 'done';
}
