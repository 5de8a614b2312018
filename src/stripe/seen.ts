import type Stripe from 'stripe';
import { fromChargeAmount } from '../domain/payment/charge-amount.ts';
import type { SeenDispute, SeenIntent, SeenRefund, SeenSession } from '../domain/payment/evidence.ts';

// Stripe's objects in the product's own words; nothing else of them is read.

export function seenSession(session: Stripe.Checkout.Session): SeenSession {
  const currency = session.currency?.toUpperCase() ?? null;
  const { amount_total: amount } = session;
  return {
    sessionId: session.id,
    status: sessionStatusOf(session.status),
    // A word that is not known yet is never taken for money.
    paymentStatus: session.payment_status === 'paid' ? 'paid' : 'unpaid',
    amountMinor: amount === null || currency === null ? null : fromChargeAmount(amount, currency),
    currency,
    reference: session.client_reference_id,
    metadata: session.metadata ?? {},
    paymentIntentId: idOf(session.payment_intent),
    url: session.url,
  };
}

export function seenIntent(intent: Stripe.PaymentIntent): SeenIntent {
  const currency = intent.currency.toUpperCase();
  return {
    status: intent.status,
    amountReceivedMinor: fromChargeAmount(intent.amount_received, currency),
    currency,
  };
}

export function seenRefund(refund: Stripe.Refund): SeenRefund {
  const { refundKey, attempt } = refund.metadata ?? {};
  return {
    stripeRefundId: refund.id,
    amountMinor: fromChargeAmount(refund.amount, refund.currency.toUpperCase()),
    status: statusOf(refund.status),
    failure: refund.failure_reason ?? null,
    refundKey: refundKey ?? null,
    attempt: attempt === undefined ? null : Number(attempt),
  };
}

export function seenDispute(dispute: Stripe.Dispute): SeenDispute {
  return {
    disputeId: dispute.id,
    amountMinor: fromChargeAmount(dispute.amount, dispute.currency.toUpperCase()),
    state: dispute.status,
    reason: dispute.reason,
  };
}

function sessionStatusOf(status: string | null): SeenSession['status'] {
  return status === 'complete' || status === 'expired' ? status : 'open';
}

/** `requires_action` waits for the buyer, as `pending` waits for the bank. */
function statusOf(status: string | null): SeenRefund['status'] {
  if (status === 'succeeded') return 'succeeded';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
}

function idOf(reference: string | { id: string } | null): string | null {
  return reference === null || typeof reference === 'string' ? reference : reference.id;
}
