import type Stripe from 'stripe';
import type { CheckoutReference } from '../domain/payment/checkout-request.ts';

/**
 * Every kind of event that says something about a payment or an account of ours, as the endpoint at
 * Stripe is subscribed to them and as the search for lost ones asks for them (20 at most).
 */
export const EVENT_TYPES = [
  'checkout.session.completed',
  'checkout.session.expired',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'charge.refunded',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
  'account.updated',
  'account.application.deauthorized',
] as const;

/** What an event is about. Its content decides nothing, so only names are read from it. */
export type EventSubject =
  | { kind: 'account' }
  /** `paymentIntentId` leads to the reference where the object itself does not carry it. */
  | { kind: 'payment'; reference: Partial<CheckoutReference>; paymentIntentId: string | null }
  | { kind: 'other' };

type Named = {
  id?: string;
  metadata?: Record<string, string> | null;
  payment_intent?: string | { id: string } | null;
};

export function subjectOf({ type, data }: Stripe.Event): EventSubject {
  if (!(EVENT_TYPES as readonly string[]).includes(type)) return { kind: 'other' };
  if (type.startsWith('account.')) return { kind: 'account' };
  const { id = null, metadata, payment_intent: intent } = data.object as Named;
  const reference = metadata ?? {};
  if (type.startsWith('payment_intent.')) return { kind: 'payment', reference, paymentIntentId: id };
  const paymentIntentId = typeof intent === 'object' ? (intent?.id ?? null) : (intent ?? null);
  return { kind: 'payment', reference, paymentIntentId };
}
