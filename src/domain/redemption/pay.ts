import type { ActorRef } from '../actor.ts';
import { decidePayment, type PaymentEvent } from '../payment/decide-payment.ts';
import type { Goods } from '../payment/judge.ts';
import type { Payment } from '../payment/payment.ts';
import { refundableMinor, withRefund } from '../payment/refunds.ts';
import type { Refusal } from '../refusal.ts';
import type { Redemption, RedemptionState } from './redemption.ts';
import type { Step } from './transitions.ts';

type Cash = { payment?: Payment };

/** Where the goods are in each state. */
export const GOODS: Record<RedemptionState, Goods> = {
  reserving: 'awaiting',
  awaiting_payment: 'awaiting',
  committing: 'kept',
  confirmed: 'kept',
  in_fulfilment: 'kept',
  shipped: 'kept',
  ready: 'kept',
  received: 'kept',
  issued: 'kept',
  used: 'kept',
  expired: 'kept',
  // Its refund is recorded together with its points, when every stock has acknowledged.
  cancelling: 'kept',
  cancelled: 'let_go',
  undoing: 'let_go',
  undone: 'let_go',
};

/** An event of the cash part: the payment after it, and the decision about the goods where it brings one. */
export function decidePaying(
  redemption: Redemption,
  event: PaymentEvent,
  nowMs: number,
): Step | 'unchanged' | Refusal {
  const { payment, redemptionId, state } = redemption;
  if (payment === undefined) return { code: 'wrong_state', state };
  const decision = decidePayment(payment, event, { goods: GOODS[state], redemptionId, nowMs });
  switch (decision.kind) {
    case 'unchanged':
      return 'unchanged';
    case 'refused':
      return decision.refusal;
    case 'moved': {
      const { verdict, payment: after } = decision;
      if (verdict === 'capture')
        return { through: ['committing'], set: { payment: after, ...notCancelled(redemption) } };
      if (verdict === 'undo') return { through: ['undoing'], set: { payment: after, ...reasonOf(after) } };
      return { through: [], set: { payment: after } };
    }
  }
}

/** The cash is asked for from now on; null where there is none. */
export function cashStarted({ payment, redemptionId }: Redemption, nowMs: number): Cash | null {
  if (payment === undefined) return null;
  const decision = decidePayment(payment, { kind: 'start' }, { goods: 'awaiting', redemptionId, nowMs });
  return decision.kind === 'moved' ? { payment: decision.payment } : { payment };
}

/** Nobody was asked for cash, and nobody will be. */
export function cashLetGo({ payment, redemptionId }: Redemption, by: ActorRef['kind']): Cash {
  if (payment === undefined) return {};
  const place = { goods: 'let_go', redemptionId, nowMs: 0 } as const;
  const decision = decidePayment(payment, { kind: 'call_off', by }, place);
  return decision.kind === 'moved' ? { payment: decision.payment } : {};
}

/** What is left of the cash goes back with the points, in the same transaction (I7). */
export function cashRefunded({ payment, redemptionId }: Redemption, nowMs: number): Cash {
  if (payment === undefined) return {};
  const amountMinor = refundableMinor(payment);
  if (amountMinor <= 0) return {};
  const wish = { amountMinor, because: 'cancelled', actor: null } as const;
  return { payment: withRefund(payment, redemptionId, wish, nowMs) };
}

/** The payment was quicker than whoever cancelled: what was said about the cancel is void. */
function notCancelled({ cancelledBy, shopReason }: Redemption): Partial<Redemption> {
  return {
    ...(cancelledBy && { cancelledBy: null }),
    ...(shopReason && { shopReason: null }),
  };
}

/** Why it was undone; one that Stripe refused says so to whoever sends the command again. */
function reasonOf({ closedBecause, failure, state }: Payment): Partial<Redemption> {
  if (state === 'paid')
    return { undoneBecause: failure === 'mismatch' ? 'payment_mismatch' : 'payment_returned' };
  switch (closedBecause) {
    case 'member':
    case 'staff':
    case 'system':
      return { undoneBecause: closedBecause };
    case 'failed':
      return {
        undoneBecause: 'payment_failed',
        refusal: { code: 'payment_unavailable', reason: failure ?? '' },
      };
    default:
      return { undoneBecause: 'payment_expired' };
  }
}
