import { type CheckoutSubject, checkoutRequest, type OnlineTerms } from './checkout-request.ts';
import { PAY_AT_COUNTER_WITHIN_MS, PAY_ONLINE_WITHIN_MS, type Payment } from './payment.ts';

/** How the cash of a redemption is to be paid. */
export type CashTerms = OnlineTerms | { method: 'counter'; currency: string };

/** A payment whose goods are not reserved yet; nobody is asked for cash before they are. */
export function newPayment(
  terms: CashTerms,
  subject: CheckoutSubject,
  amountMinor: number,
  nowMs: number,
): Payment {
  const { method, currency } = terms;
  const request = terms.method === 'online' ? checkoutRequest(terms, subject, nowMs) : null;
  const payUntilMs = nowMs + (request === null ? PAY_AT_COUNTER_WITHIN_MS : PAY_ONLINE_WITHIN_MS);
  return {
    method,
    amountMinor,
    currency,
    state: 'requesting',
    attempt: 1,
    request,
    sessionId: null,
    url: null,
    paymentIntentId: null,
    payUntilMs,
    expiresAtMs: request === null ? payUntilMs : request.params.expires_at * 1_000,
    paidAtMs: null,
    received: null,
    receipt: null,
    closedBecause: null,
    failure: null,
    refunds: [],
    dispute: null,
  };
}
