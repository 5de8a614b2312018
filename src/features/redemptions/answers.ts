import type { RedemptionView } from '../../account/contract.ts';
import { kindOf } from '../../domain/catalogue/reward-kind.ts';
import { isoOrNull } from '../../lib/instant.ts';
import { doerAnswer, NO_NAMES, paymentAnswer, type StaffNames } from './payment-answer.ts';
import type { RedemptionAnswer } from './schemas.ts';

const iso = (ms: number) => new Date(ms).toISOString();

/** A redemption as JSON shows it to staff and to the merchant's server; staff are named as far as given. */
export function redemptionAnswer(view: RedemptionView, names: StaffNames = NO_NAMES): RedemptionAnswer {
  const {
    redemptionId,
    cancelRequest,
    shopReason,
    cancelledBy,
    usedBy,
    handedOverBy,
    createdAtMs,
    updatedAtMs,
    timeline,
    lines,
    voucher,
    payment,
    pickUp,
    branch,
    shippingFeeMinor,
    redeemedBy,
    ...rest
  } = view;
  return {
    id: redemptionId,
    ...rest,
    pickUp: pickUp === true,
    branch: branch ?? null,
    shippingFeeMinor: shippingFeeMinor ?? 0,
    redeemedBy: doerAnswer(redeemedBy, names),
    lines: lines.map((line) => ({
      lineId: line.lineId,
      rewardId: line.rewardId,
      kind: kindOf(line),
      coupon: line.coupon ?? null,
      names: line.names,
      quantity: line.quantity,
      pointsEach: line.pointsEach,
      cashEachMinor: line.cashEachMinor ?? 0,
      priceVersion: line.priceVersion,
    })),
    cancelRequest: cancelRequest && {
      state: cancelRequest.state,
      reason: cancelRequest.reason,
      requestedAt: iso(cancelRequest.requestedAtMs),
      answeredAt: isoOrNull(cancelRequest.answeredAtMs),
      declinedBefore: (cancelRequest.declinedBefore ?? []).map(({ requestedAtMs, answeredAtMs }) => ({
        requestedAt: iso(requestedAtMs),
        answeredAt: isoOrNull(answeredAtMs),
      })),
    },
    shopReason: shopReason ?? null,
    cancelledBy: doerAnswer(cancelledBy, names),
    usedBy: doerAnswer(usedBy, names),
    handedOverBy: doerAnswer(handedOverBy, names),
    voucher: voucher
      ? {
          code: voucher.code,
          issuedAt: iso(voucher.issuedAtMs),
          validUntil: isoOrNull(voucher.validUntilMs),
          usedAt: isoOrNull(voucher.usedAtMs),
        }
      : null,
    payment: payment ? paymentAnswer(payment, names) : null,
    createdAt: iso(createdAtMs),
    updatedAt: iso(updatedAtMs),
    timeline: timeline.map(({ state, atMs }) => ({ state, at: iso(atMs) })),
  };
}
