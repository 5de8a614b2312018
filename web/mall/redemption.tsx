import type { Child } from 'hono/jsx';
import { MallFrame } from './mall-frame.tsx';
import { PaymentPanelSection } from './payment-panel.tsx';
import { PickUpPanel } from './pick-up.tsx';
import { Picture } from './picture.tsx';
import { ProblemList } from './problem-list.tsx';
import { Said } from './said.tsx';
import { SentTo } from './sent-to.tsx';

import type { Frame, RedemptionDetail } from './views.ts';
import { VoucherPanel } from './voucher-panel.tsx';
import type { Words } from './words.ts';

/** One order from redeem to received, with the one thing that can be done about it now. */
export function RedemptionPage({ frame, detail }: { frame: Frame; detail: RedemptionDetail }) {
  const { words } = frame;
  const { t, format, nowMs } = words;
  const title = t('redemption.title', { number: detail.number });
  // While there is something to pay, or a code to show, that is what she came for.
  const isPaying = detail.state === 'awaiting_payment';
  const voucher = detail.voucher && <VoucherPanel words={words} voucher={detail.voucher} />;
  const isToShow = detail.voucher?.standing === 'usable';
  const payment = detail.payment && (
    <PaymentPanelSection
      words={words}
      order={detail}
      panel={detail.payment}
      hours={frame.look.footer.openingHours}
      shopAddress={frame.shop.contact.address}
    />
  );
  return (
    <MallFrame frame={frame} title={title} page="narrow">
      <p>
        <a class="backlink" href="/redemptions">
          {t('redemption.back')}
        </a>
      </p>
      <h1>{title}</h1>
      <ProblemList
        title={t('confirm.problems')}
        problems={detail.refusal ? [{ field: null, text: detail.refusal }] : []}
      />
      {isPaying && payment}
      {isToShow && voucher}
      {detail.pickUp && (
        <PickUpPanel
          frame={frame}
          detail={detail}
          isPlaceSaid={isPaying && detail.payment?.method === 'counter'}
        />
      )}
      <section class="panel">
        <p class={`state state-${detail.state}`}>{detail.stateLabel}</p>
        <div class="item">
          <Picture url={detail.pictureUrl} alt="" eager />
          <p class="item-name">
            <Said words={words} text={detail.name} />
            {detail.quantity > 1 && ` ${t('redemptions.quantity', { quantity: detail.quantity })}`}
            <br />
            <span class="small">{pointsWords(words, detail)}</span>
          </p>
        </div>
        {detail.undoneBecause && <p>{detail.undoneBecause}</p>}
        {detail.request && <p class="notice">{requestWords(words, detail, detail.request)}</p>}
        {detail.request?.reason && (
          <p class="small">{t('redemption.yourReason', { words: detail.request.reason })}</p>
        )}
        {detail.shopReason && <p>{t('redemption.shopSays', { words: detail.shopReason })}</p>}
        {detail.rewardId && !frame.closing?.isOver && ['undone', 'cancelled'].includes(detail.state) && (
          <p>
            <a href={`/rewards/${detail.rewardId}`}>{t('redemption.again')}</a>
          </p>
        )}
        <NextStep words={words} detail={detail} shopAddress={frame.shop.contact.address} />
      </section>
      {!isToShow && voucher}
      {!isPaying && payment}
      {detail.parcel && (
        <section class="panel" aria-labelledby="parcel">
          <h2 id="parcel">{t('redemption.parcel')}</h2>
          <dl class="pairs">
            <dt>{t('redemption.carrier')}</dt>
            <dd>{detail.parcel.carrier}</dd>
            <dt>{t('redemption.tracking')}</dt>
            <dd class="reference">{detail.parcel.trackingNumber}</dd>
          </dl>
          <p class="parcel-links">
            <button class="link" type="button" data-copy={detail.parcel.trackingNumber} hidden>
              {t('redemption.copy')}
            </button>
            <span class="small" role="status" data-copied={t('redemption.copied')} />
          </p>
        </section>
      )}
      <section class="panel" aria-labelledby="timeline">
        <h2 id="timeline">{t('redemption.timeline')}</h2>
        <ol class="timeline">
          {detail.timeline.map(({ label, atMs }) => (
            <li>
              <span>{label}</span>
              <time class="small" datetime={new Date(atMs).toISOString()}>
                {format.dateTime(atMs, nowMs)}
              </time>
            </li>
          ))}
        </ol>
      </section>
      {detail.delivers && <SentTo words={words} address={detail.address} fee={detail.shippingFee} />}
    </MallFrame>
  );
}

type NextStepProps = { words: Words; detail: RedemptionDetail; shopAddress: string | null };

function NextStep({ words, detail, shopAddress }: NextStepProps) {
  const { t } = words;
  const path = `/redemptions/${detail.redemptionId}`;
  const key = (
    <>
      <input type="hidden" name="idempotencyKey" value={detail.idempotencyKey} />
      <input type="hidden" name="cash" value={String(detail.payment?.givesBack?.amountMinor ?? 0)} />
    </>
  );
  if (detail.mayReceive) {
    return (
      <details class="folded">
        <summary class="button">{t('redemption.received')}</summary>
        <form method="post" action={`${path}/received`} data-once={t('confirm.waiting')}>
          {key}
          <p>{t('redemption.receivedLine')}</p>
          <button class="button" type="submit">
            {t('redemption.receivedConfirm')}
          </button>
        </form>
      </details>
    );
  }
  if (detail.mayCancel) {
    return (
      <CancelForm
        words={words}
        path={path}
        seen="confirmed"
        open={detail.refusal !== null}
        summary={t('redemption.cancel')}
        line={cancelLine(words, detail)}
        place={placeOf(detail, shopAddress)}
        button={t('redemption.cancelConfirm')}
        hidden={key}
      />
    );
  }
  if (detail.cancelRequestsLeft > 0) {
    const again = detail.request !== null;
    return (
      <CancelForm
        words={words}
        path={path}
        seen={detail.voucher ? 'issued' : 'in_fulfilment'}
        open={detail.refusal !== null}
        summary={t(again ? 'redemption.askAgain' : 'redemption.askCancel')}
        line={
          again
            ? `${t('redemption.askAgainLine', { left: detail.cancelRequestsLeft })} ${ifGranted(words, detail)}`
            : askLine(words, detail)
        }
        place={placeOf(detail, shopAddress)}
        button={t('redemption.askCancelConfirm')}
        hidden={key}
      />
    );
  }
  return null;
}

function cancelLine({ t, format }: Words, { points: count, payment }: RedemptionDetail): string {
  const points = format.points(count);
  if (!payment?.givesBack) return t('redemption.cancelLine', { points });
  const { amount: cash } = payment.givesBack;
  return t(payment.method === 'counter' ? 'redemption.cancelLineCounter' : 'redemption.cancelLineCash', {
    points,
    cash,
  });
}

/** A parcel that is being packed, or a code that may have been given on. */
function askLine(words: Words, detail: RedemptionDetail): string {
  const { t } = words;
  const why = t(detail.voucher ? 'voucher.askCancelLine' : 'redemption.askCancelLine');
  return `${why} ${ifGranted(words, detail)}`;
}

/** What comes back if the shop agrees. */
function ifGranted({ t, format }: Words, { points: count, payment }: RedemptionDetail): string {
  const points = format.points(count);
  if (!payment?.givesBack) return t('redemption.ifGranted', { points });
  const { amount: cash } = payment.givesBack;
  return t(payment.method === 'counter' ? 'redemption.ifGrantedCounter' : 'redemption.ifGrantedCash', {
    points,
    cash,
  });
}

type CancelProps = {
  words: Words;
  path: string;
  /** The state that the page shows: what is sent from it is meant for that state. */
  seen: 'confirmed' | 'in_fulfilment' | 'issued';
  open?: boolean;
  summary: string;
  line: string;
  /** Where cash is given back in person; null where none is, or the shop has not said. */
  place: string | null;
  button: string;
  hidden: Child;
};

/** Where cash that was paid in the shop is fetched. */
function placeOf({ payment }: RedemptionDetail, shopAddress: string | null): string | null {
  return payment?.method === 'counter' && payment.givesBack ? shopAddress : null;
}

/** What became of the points: an attempt that failed took none. */
function pointsWords(
  { t, format }: Words,
  { state, points: count, cash, payment }: RedemptionDetail,
): string {
  const points = format.points(count);
  // What became of cash that did not stay stands beside it: it takes another time and another way.
  if (state === 'undone' || state === 'undoing')
    return t(cash ? 'redemption.freed' : 'redemption.notTaken', { points });
  if (state === 'cancelled') return t('redemption.cameBack', { points });
  if (cash && payment?.step === 'ending') return `${points} + ${cash}`;
  if (cash && state === 'awaiting_payment') return t('redemption.kept', { points, cash });
  return t('redemption.paid', { points: cash ? `${points} + ${cash}` : points });
}

/** Folded, so that cancelling takes two deliberate taps also without JavaScript. */
function CancelForm(props: CancelProps) {
  const { words, path, seen, open = false, summary, line, place, button, hidden } = props;
  const { t } = words;
  return (
    <details class="cancel" open={open}>
      <summary>{summary}</summary>
      <form method="post" action={`${path}/cancel`} data-once={t('confirm.waiting')}>
        {hidden}
        <input type="hidden" name="seen" value={seen} />
        <p>{line}</p>
        {place && <p class="small">{t('pay.refundAt', { address: place })}</p>}
        <div class="field wide">
          <label for="reason">{t('redemption.reason')}</label>
          <textarea id="reason" name="reason" rows={2} maxlength={200} autocomplete="off" />
        </div>
        <button class="button danger" type="submit">
          {button}
        </button>
      </form>
    </details>
  );
}

function requestWords(
  words: Words,
  detail: RedemptionDetail,
  request: NonNullable<RedemptionDetail['request']>,
): string {
  const { t, format, nowMs } = words;
  switch (request.state) {
    case 'open':
      return `${t('redemption.requestOpen', { time: format.dateTime(request.atMs, nowMs) })} ${ifGranted(words, detail)}`;
    case 'accepted':
      return t('redemption.requestAccepted');
    case 'declined':
      return t(
        detail.state === 'in_fulfilment' ? 'redemption.requestDeclined' : 'redemption.requestDeclinedSent',
      );
  }
}
