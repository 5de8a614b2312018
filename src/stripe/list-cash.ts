import type Stripe from 'stripe';
import { fromChargeAmount } from '../domain/payment/charge-amount.ts';
import type { SeenRefund } from '../domain/payment/evidence.ts';
import { seenRefund } from './seen.ts';
import { stripeFailureOf } from './stripe-failure.ts';

const PAGE = 100;
/** A list of thousands is many requests: one that is lost must not make an end of it. */
const RETRIES = 3;

/** A charge that brought cash in; by `tenantId` and `redemptionId` it is known as one of ours. */
export type ListedCharge = {
  chargeId: string;
  paymentIntentId: string | null;
  amountMinor: number;
  currency: string;
  chargedAtMs: number;
  tenantId: string | null;
  redemptionId: string | null;
};

export type ListedRefund = SeenRefund & {
  paymentIntentId: string | null;
  currency: string;
  createdAtMs: number;
};

/** All the cash of one account, ours and what the shop takes elsewhere. Amounts are minor units. */
export type ListedCash = {
  charges: ListedCharge[];
  refunds: ListedRefund[];
  /** Refunds that Stripe has told lately to have failed: how old a failure is, the refund itself does not say. */
  failedLately: string[];
};

/**
 * Every charge and refund in Stripe's own lists of an account, page by page; failures since `sinceMs`.
 * Null where Stripe does not, or no longer, show the account to this platform. Throws what the library throws.
 */
export async function listCash(
  stripe: Stripe,
  accountId: string,
  sinceMs: number,
): Promise<ListedCash | null> {
  const asked = { stripeAccount: accountId, maxNetworkRetries: RETRIES };
  const listed: ListedCash = { charges: [], refunds: [], failedLately: [] };
  const created = { gte: Math.floor(sinceMs / 1_000) };
  try {
    for await (const charge of stripe.charges.list({ limit: PAGE }, asked))
      if (charge.amount_captured > 0) listed.charges.push(listedCharge(charge));
    for await (const refund of stripe.refunds.list({ limit: PAGE }, asked))
      listed.refunds.push(listedRefund(refund));
    for await (const event of stripe.events.list({ types: ['refund.failed'], created, limit: PAGE }, asked))
      listed.failedLately.push((event.data.object as Stripe.Refund).id);
    return listed;
  } catch (thrown) {
    if (stripeFailureOf(thrown)?.kind === 'no_access') return null;
    throw thrown;
  }
}

function listedCharge(charge: Stripe.Charge): ListedCharge {
  const currency = charge.currency.toUpperCase();
  const { tenantId = null, redemptionId = null } = charge.metadata;
  return {
    chargeId: charge.id,
    paymentIntentId: idOf(charge.payment_intent),
    amountMinor: fromChargeAmount(charge.amount_captured, currency),
    currency,
    chargedAtMs: charge.created * 1_000,
    tenantId,
    redemptionId,
  };
}

function listedRefund(refund: Stripe.Refund): ListedRefund {
  return {
    ...seenRefund(refund),
    paymentIntentId: idOf(refund.payment_intent),
    currency: refund.currency.toUpperCase(),
    createdAtMs: refund.created * 1_000,
  };
}

function idOf(reference: string | { id: string } | null): string | null {
  return reference === null || typeof reference === 'string' ? reference : reference.id;
}
