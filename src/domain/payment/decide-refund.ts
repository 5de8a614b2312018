import type { ActorRef } from '../actor.ts';
import { chargeUnitMinor } from '../money.ts';
import type { Refusal } from '../refusal.ts';
import type { PaymentPlace } from './decide-payment.ts';
import type { SeenRefund } from './evidence.ts';
import type { Judged } from './judge.ts';
import type { Payment } from './payment.ts';
import { changeRefund, findRefund, refundableMinor, withRefund, withSeenRefund } from './refunds.ts';

/** What can happen to the refunds of a payment. `attempt` names the request that is answered. */
export type RefundEvent =
  /** Staff give cash back without taking the goods. */
  | { kind: 'refund_asked'; amountMinor: number; by: ActorRef }
  | { kind: 'refund_made'; refund: SeenRefund }
  | { kind: 'refund_refused'; refundKey: string; attempt: number; failure: string }
  /** Stripe answered with a fault of its own. */
  | { kind: 'refund_broken'; refundKey: string; attempt: number }
  /** Staff have a failed one tried again. */
  | { kind: 'refund_retried'; refundKey: string }
  /** Staff gave the cash of a failed one back by another way, which Stripe knows nothing of. */
  | { kind: 'refund_paid_outside'; refundKey: string; reason: string; by: ActorRef }
  /** Cash was handed over at the counter. */
  | { kind: 'refund_handed'; refundKey: string; by: ActorRef };

type EventOf<Kind extends RefundEvent['kind']> = Extract<RefundEvent, { kind: Kind }>;

const ATTEMPTS_MAX = 5;
const BROKEN = 'broken';

export function decideRefund(payment: Payment, event: RefundEvent, place: PaymentPlace): Judged | Refusal {
  switch (event.kind) {
    case 'refund_asked':
      return asked(payment, event, place);
    case 'refund_made':
      return stays(withSeenRefund(payment, event.refund, place.nowMs));
    case 'refund_refused':
      return stays(answered(payment, event, { state: 'failed', failure: event.failure }, place));
    case 'refund_broken':
      return stays(broken(payment, event, place));
    case 'refund_retried':
      return retried(payment, event, place);
    case 'refund_paid_outside':
      return paidOutside(payment, event, place);
    case 'refund_handed':
      return handed(payment, event, place);
  }
}

function asked(
  payment: Payment,
  { amountMinor, by: actor }: EventOf<'refund_asked'>,
  { redemptionId, nowMs }: PaymentPlace,
): Judged | Refusal {
  if (payment.state !== 'paid') return wrongState(payment.state);
  const mayBe = Number.isSafeInteger(amountMinor) && amountMinor > 0;
  if (!mayBe || amountMinor % chargeUnitMinor(payment.currency) !== 0)
    return { code: 'invalid_input', field: 'amountMinor', reason: 'not_an_amount' };
  const remainingMinor = refundableMinor(payment);
  if (amountMinor > remainingMinor) return { code: 'refund_exceeds_payment', remainingMinor };
  return stays(withRefund(payment, redemptionId, { amountMinor, because: 'staff', actor }, nowMs));
}

/**
 * The first fault may pass: the same key is asked again. A second one under the same key is what Stripe
 * has saved, and whoever calls has looked before whether the refund is there; so another key follows.
 */
function broken(payment: Payment, event: EventOf<'refund_broken'>, place: PaymentPlace): Payment {
  const refund = findRefund(payment, event.refundKey);
  if (refund === null || refund.failure !== BROKEN)
    return answered(payment, event, { failure: BROKEN }, place);
  if (refund.attempts >= ATTEMPTS_MAX) return answered(payment, event, { state: 'failed' }, place);
  return answered(payment, event, { attempts: refund.attempts + 1, failure: null }, place);
}

/** Only the attempt that waits for an answer is changed by one. */
function answered(
  payment: Payment,
  { refundKey, attempt }: { refundKey: string; attempt: number },
  set: Parameters<typeof changeRefund>[2],
  { nowMs }: PaymentPlace,
): Payment {
  const refund = findRefund(payment, refundKey);
  const waits = refund?.state === 'requested' && refund.attempts === attempt;
  return waits ? changeRefund(payment, refundKey, set, nowMs) : payment;
}

function retried(
  payment: Payment,
  { refundKey }: EventOf<'refund_retried'>,
  { nowMs }: PaymentPlace,
): Judged | Refusal {
  const refund = findRefund(payment, refundKey);
  if (refund === null) return { code: 'not_found' };
  if (refund.state === 'requested') return stays(payment);
  if (refund.state !== 'failed' || refund.because === 'outside') return wrongState(refund.state);
  const attempts = refund.attempts + 1;
  const again = { state: 'requested', attempts, stripeRefundId: null, failure: null } as const;
  return stays(changeRefund(payment, refundKey, again, nowMs));
}

/** It counts as gone back: no other refund can be made of the same cash. */
function paidOutside(
  payment: Payment,
  { refundKey, reason, by: actor }: EventOf<'refund_paid_outside'>,
  { nowMs }: PaymentPlace,
): Judged | Refusal {
  const refund = findRefund(payment, refundKey);
  if (refund === null || payment.method !== 'online') return { code: 'not_found' };
  if (refund.paidOutside) return stays(payment);
  if (refund.state !== 'failed' || refund.because === 'outside') return wrongState(refund.state);
  const paid = { state: 'succeeded', stripeRefundId: null, paidOutside: { reason }, actor } as const;
  return stays(changeRefund(payment, refundKey, paid, nowMs));
}

function handed(
  payment: Payment,
  { refundKey, by: actor }: EventOf<'refund_handed'>,
  { nowMs }: PaymentPlace,
): Judged | Refusal {
  const refund = findRefund(payment, refundKey);
  if (refund === null || payment.method !== 'counter') return { code: 'not_found' };
  if (refund.state === 'succeeded') return stays(payment);
  return stays(changeRefund(payment, refundKey, { state: 'succeeded', actor }, nowMs));
}

function wrongState(state: string): Refusal {
  return { code: 'wrong_state', state: `payment_${state}` };
}

function stays(payment: Payment): Judged {
  return { payment, verdict: 'none' };
}
