import type { RedemptionDetail, RedemptionTile } from '../../../web/mall/views.ts';
import type { Words } from '../../../web/mall/words.ts';
import type { DeliveryAddress, RedemptionView } from '../../account/contract.ts';
import { isVoucherKind, kindOf } from '../../domain/catalogue/reward-kind.ts';
import { cancelRequestsLeft } from '../../domain/redemption/redemption.ts';
import { numberOf } from '../../domain/redemption/redemption-number.ts';
import { countryName } from '../../messages/country-name.ts';
import { pickText } from '../../messages/localized-text.ts';
import { translator } from '../../messages/translator.ts';
import type { MallManifest } from '../publication/manifest.ts';
import { pickUpPlace } from './delivery-words.ts';
import { paymentPanel, refundedOf, timeToPay } from './payment-panel.ts';
import { voucherView } from './voucher-view.ts';

/** What the product promises of a shop until shops say it themselves: packed within two days. */
const USUALLY_PACKED_MS = 48 * 3_600_000;

/** States that pass in a moment and say nothing to the member once they have passed. */
const PASSING_STATES = new Set(['reserving', 'awaiting_payment', 'committing', 'undoing', 'cancelling']);

export function redemptionTile(
  words: Words,
  view: RedemptionView,
  manifest: MallManifest | null,
): RedemptionTile {
  const [line] = view.lines;
  const card = manifest?.rewards.find(({ rewardId }) => rewardId === line?.rewardId);
  const name = line && pickText(line.names, words.locale, words.shopLocale);
  return {
    redemptionId: view.redemptionId,
    name: name ?? { text: numberOf(view.redemptionId), lang: words.locale },
    quantity: line?.quantity ?? 1,
    pictureUrl: card?.pictureUrl ?? null,
    points: view.points,
    state: view.state,
    createdAtMs: view.createdAtMs,
    cash: view.payment ? words.format.money(view.payment.amountMinor, view.payment.currency) : null,
    stateLabel: stateWords(words, view),
    pay: timeToPay(view, words.nowMs),
    counterUntilMs:
      view.state === 'awaiting_payment' && view.payment?.method === 'counter'
        ? view.payment.payUntilMs
        : null,
    refunded: view.payment ? refundedOf(view.payment) : 'none',
  };
}

export type DetailSource = {
  view: RedemptionView;
  manifest: MallManifest | null;
  /** Where this mall is, and its currency. */
  mall: { origin: string; currency: string };
  /** For the one form the page may show. */
  idempotencyKey: string;
  refusal: string | null;
  /** What she has to spend now, where the page says it. */
  availablePoints?: number;
};

export function redemptionDetail(words: Words, source: DetailSource): RedemptionDetail {
  const { view, manifest, mall, idempotencyKey, refusal, availablePoints = null } = source;
  const { state, cancelRequest, carrier, trackingNumber } = view;
  const asked = cancelRequest?.state === 'open';
  const payment = paymentPanel(words, view);
  return {
    ...redemptionTile(words, view, manifest),
    number: numberOf(view.redemptionId),
    rewardId: shownReward(view, manifest),
    packByMs: state === 'confirmed' ? view.createdAtMs + USUALLY_PACKED_MS : null,
    timeline: timelineOf(words, view),
    availablePoints,
    address: view.delivery && addressLines(words, view.delivery),
    delivers: view.pickUp !== true && !view.lines.some((line) => isVoucherKind(kindOf(line))),
    pickUp: view.pickUp === true,
    pickUpAt: pickUpPlace(manifest, view.branch),
    shippingFee: view.shippingFeeMinor ? words.format.money(view.shippingFeeMinor, mall.currency) : null,
    voucher: voucherView(words, view, mall),
    parcel: carrier && trackingNumber ? { carrier, trackingNumber } : null,
    undoneBecause: state === 'undone' || state === 'undoing' ? undoneWords(words, view) : null,
    request: cancelRequest && {
      state: cancelRequest.state,
      atMs: cancelRequest.requestedAtMs,
      reason: cancelRequest.reason,
    },
    // What it said to the request before says nothing about the one that waits.
    shopReason: asked ? null : (view.shopReason ?? null),
    payment,
    mayCancel: state === 'confirmed' || (state === 'awaiting_payment' && payment?.step !== 'ending'),
    cancelRequestsLeft:
      (state === 'in_fulfilment' || state === 'ready' || state === 'issued') && !asked
        ? cancelRequestsLeft(view)
        : 0,
    mayReceive: state === 'shipped',
    idempotencyKey,
    refusal,
  };
}

function shownReward({ lines: [line] }: RedemptionView, manifest: MallManifest | null): string | null {
  return manifest?.rewards.find(({ rewardId }) => rewardId === line?.rewardId)?.rewardId ?? null;
}

/** The state, and of one that came to nothing who or what ended it. */
function stateWords({ t }: Words, view: Pick<RedemptionView, 'state' | 'undoneBecause' | 'pickUp'>): string {
  const { state, undoneBecause, pickUp } = view;
  if (pickUp && state === 'received') return t('pickUp.taken');
  if (state !== 'undone' && state !== 'undoing' && state !== 'cancelled') return t(`state.${state}`);
  switch (undoneBecause) {
    case 'member':
      return t('endedBy.member');
    case 'staff':
      return t('endedBy.staff');
    case 'payment_expired':
      return t('endedBy.unpaid');
    case 'payment_failed':
      return t('endedBy.failed');
    default:
      return t(`state.${state}`);
  }
}

/** Every state that lasts, and between them her request to cancel with its answer. */
function timelineOf(
  words: Words,
  { state, timeline, voucher, pickUp, cancelRequest, undoneBecause }: RedemptionView,
) {
  const { t } = words;
  const steps = timeline
    .filter((step) => !PASSING_STATES.has(step.state) || step.state === state)
    // A voucher is confirmed and issued in one moment, and what is handed over at once is received in it.
    .filter((step) => !(voucher && step.state === 'confirmed'))
    .filter((step, at, all) => !(pickUp && all[at + 1]?.atMs === step.atMs))
    .map((step) => ({
      label:
        step.state === 'issued'
          ? t('voucher.stepIssued')
          : stateWords(words, { state: step.state, undoneBecause, ...(pickUp && { pickUp }) }),
      atMs: step.atMs,
    }));
  if (cancelRequest === null) return steps;
  const declined = (cancelRequest.declinedBefore ?? []).map((each) => ({
    ...each,
    state: 'declined' as const,
  }));
  const told = [...declined, cancelRequest].flatMap(({ state, requestedAtMs, answeredAtMs }) => [
    { label: t('redemption.stepAsked'), atMs: requestedAtMs },
    ...(answeredAtMs !== null && state !== 'open'
      ? [{ label: t(`redemption.step.${state}`), atMs: answeredAtMs }]
      : []),
  ]);
  // Sorting keeps equal times in order: the answer comes before the state that it led to.
  return [...told, ...steps].toSorted((a, b) => a.atMs - b.atMs);
}

/** Why it came to nothing: the stock's no, or what became of the cash; else "your points have not changed". */
function undoneWords({ locale, format, t }: Words, { undoneBecause, payment }: RedemptionView): string {
  // It was let go unpaid, and the cash came all the same.
  const isLate = undoneBecause === 'payment_expired' && payment?.state === 'paid';
  const code = isLate ? 'payment_returned' : undoneBecause;
  const errors = translator(locale, 'errors');
  const { unit } = format;
  switch (code) {
    case 'sold_out':
      return errors('sold_out.detail', { unit });
    case 'stopped':
      return errors('stopped.detail', { unit });
    case 'staff':
    case 'member':
    case 'payment_expired':
    case 'payment_failed':
    case 'payment_mismatch':
    case 'payment_returned':
      return t(`pay.undone.${code}`, { unit });
    default:
      return t('success.failedLine', { unit });
  }
}

/** Largest first in Chinese, smallest first in English. */
/** An address as it is written on a parcel, line by line. */
export function addressLines({ locale }: Words, delivery: DeliveryAddress): string[] {
  const { recipientName, phone, region, city, line1, line2, postalCode, country } = delivery;
  const street = [line1, line2].filter(Boolean).join(locale === 'en' ? ', ' : ' ');
  const place = countryName(locale, country);
  const lines =
    locale === 'en'
      ? [street, [city, region, postalCode].filter(Boolean).join(', '), place]
      : [
          [region, ...(city === region ? [] : [city]), street].join(' '),
          [postalCode, place].filter(Boolean).join(' '),
        ];
  return [`${recipientName} ${phone}`, ...lines];
}
