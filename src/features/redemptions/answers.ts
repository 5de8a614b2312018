import type { RedemptionView } from '../../account/contract.ts';
import { isoOrNull } from '../../lib/instant.ts';
import { paymentAnswer } from './payment-answer.ts';
import type { RedemptionAnswer } from './schemas.ts';

const iso = (ms: number) => new Date(ms).toISOString();

/** A redemption as JSON shows it to staff and to the merchant's server. */
export function redemptionAnswer(view: RedemptionView): RedemptionAnswer {
  const {
    redemptionId,
    cancelRequest,
    shopReason,
    createdAtMs,
    updatedAtMs,
    timeline,
    lines,
    payment,
    ...rest
  } = view;
  return {
    id: redemptionId,
    ...rest,
    lines: lines.map(({ lineId, rewardId, names, quantity, pointsEach, cashEachMinor, priceVersion }) => ({
      lineId,
      rewardId,
      names,
      quantity,
      pointsEach,
      cashEachMinor: cashEachMinor ?? 0,
      priceVersion,
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
    payment: payment ? paymentAnswer(payment) : null,
    createdAt: iso(createdAtMs),
    updatedAt: iso(updatedAtMs),
    timeline: timeline.map(({ state, atMs }) => ({ state, at: iso(atMs) })),
  };
}
