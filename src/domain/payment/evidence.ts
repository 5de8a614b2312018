import type { CheckoutReference } from './checkout-request.ts';
import type { Dispute } from './payment.ts';

// What Stripe says, in the product's own words: amounts in minor units, currencies in capitals.

export type SeenSession = {
  sessionId: string;
  status: 'open' | 'complete' | 'expired';
  paymentStatus: 'paid' | 'unpaid';
  amountMinor: number | null;
  currency: string | null;
  /** `client_reference_id`: the redemption. */
  reference: string | null;
  metadata: Partial<CheckoutReference>;
  paymentIntentId: string | null;
  /** Where the member pays; null once it is over. */
  url: string | null;
};

export type SeenIntent = {
  status: string;
  amountReceivedMinor: number;
  currency: string;
};

export type SeenRefund = {
  stripeRefundId: string;
  amountMinor: number;
  status: 'pending' | 'succeeded' | 'failed';
  failure: string | null;
  /** Ours, by our metadata; null was made outside. */
  refundKey: string | null;
  attempt: number | null;
};

export type SeenDispute = Dispute;

/** Everything about one Checkout session of one account, read together. */
export type CheckoutEvidence = {
  accountId: string;
  session: SeenSession;
  intent: SeenIntent | null;
  /** Oldest first. */
  refunds: SeenRefund[];
  dispute: SeenDispute | null;
};
