import type { CheckoutReference, CheckoutRequest } from './checkout-request.ts';
import type { CheckoutEvidence, SeenSession } from './evidence.ts';
import type { Payment, RefundCause } from './payment.ts';
import { refundableMinor, withRefund, withSeenRefunds } from './refunds.ts';

/** Where the goods of a redemption are while its payment is judged. */
export type Goods =
  /** Reserved, waiting for the payment's outcome. */
  | 'awaiting'
  /** The member's: the decision fell, the cash pays for it. */
  | 'kept'
  /** Back on the shelf, or on the way there. */
  | 'let_go';

/** What follows for goods that still wait. */
export type Verdict = 'none' | 'capture' | 'undo';

export type Judged = { payment: Payment; verdict: Verdict };

/**
 * The one judge of an online payment: what Stripe says of session and intent against the request that
 * was stored before the first call. Only `paid`, in full and for us, captures. Cash for goods that are
 * let go is refunded whole, and so is cash of a wrong amount, which never captures.
 */
export function judge(payment: Payment, evidence: CheckoutEvidence, goods: Goods, nowMs: number): Judged {
  const { session } = evidence;
  const { request, paymentIntentId } = payment;
  if (request === null || !isOurs(request, payment, evidence)) return stays(payment, 'foreign_session');
  const known = { ...payment, paymentIntentId: session.paymentIntentId ?? paymentIntentId };
  if (payment.state === 'paid') {
    const next = withBooks(known, evidence, nowMs);
    const isOwed = goods === 'let_go' && refundableMinor(next) > 0;
    return { payment: isOwed ? refundRest(next, causeBefore(next), nowMs) : next, verdict: 'none' };
  }
  if (session.paymentStatus === 'paid') return judgePaid(known, evidence, goods, nowMs);
  if (session.status !== 'expired') return stays({ ...known, url: session.url ?? payment.url }, null);
  const closedBecause = payment.closedBecause ?? 'clock';
  return {
    payment: { ...known, state: 'closed', url: null, failure: null, closedBecause },
    verdict: goods === 'awaiting' ? 'undo' : 'none',
  };
}

/** Whether a session whose id is not known yet was made by this very request, and this attempt of it. */
export function isOfRequest({ params }: CheckoutRequest, session: SeenSession): boolean {
  return session.reference === params.client_reference_id && isReference(session.metadata, params.metadata);
}

/**
 * Session, account and reference: none of them can be changed at Stripe. Metadata can, by the account's
 * owner, and must not make a stranger's of what was paid.
 */
function isOurs({ accountId, params }: CheckoutRequest, payment: Payment, evidence: CheckoutEvidence) {
  const { session } = evidence;
  return (
    evidence.accountId === accountId &&
    session.sessionId === payment.sessionId &&
    session.reference === params.client_reference_id
  );
}

function isReference(found: Partial<CheckoutReference>, expected: CheckoutReference): boolean {
  return (
    found.tenantId === expected.tenantId &&
    found.memberId === expected.memberId &&
    found.redemptionId === expected.redemptionId &&
    found.attempt === expected.attempt
  );
}

function judgePaid(known: Payment, evidence: CheckoutEvidence, goods: Goods, nowMs: number): Judged {
  const { session, intent } = evidence;
  if (intent === null) return stays(known, 'no_intent');
  const { amountReceivedMinor: amountMinor, currency } = intent;
  const isRight =
    amountMinor === known.amountMinor &&
    currency === known.currency &&
    session.amountMinor === known.amountMinor &&
    session.currency === known.currency;
  const received = { amountMinor, currency };
  const failure = isRight ? null : 'mismatch';
  const paid: Payment = { ...known, state: 'paid', url: null, paidAtMs: nowMs, received, failure };
  const next = withBooks(paid, evidence, nowMs);
  const leftMinor = refundableMinor(next);
  if (isRight && goods === 'awaiting' && leftMinor > 0)
    return { payment: { ...next, closedBecause: null }, verdict: 'capture' };
  const because = isRight ? 'late_payment' : 'mismatch';
  return {
    payment: leftMinor > 0 ? refundRest(next, because, nowMs) : next,
    verdict: goods === 'awaiting' ? 'undo' : 'none',
  };
}

/** Refunds and disputes as Stripe has them. */
function withBooks(payment: Payment, { refunds, dispute }: CheckoutEvidence, nowMs: number): Payment {
  const next = withSeenRefunds(payment, refunds, nowMs);
  return { ...next, dispute: dispute ?? payment.dispute };
}

/** Why what is owed was owed before: a refund made outside had covered it and has failed since. */
function causeBefore({ refunds }: Payment): RefundCause {
  return refunds.find(({ because }) => because !== 'outside')?.because ?? 'cancelled';
}

function refundRest(payment: Payment, because: RefundCause, nowMs: number): Payment {
  const redemptionId = payment.request?.params.client_reference_id ?? '';
  const wish = { amountMinor: refundableMinor(payment), because, actor: null };
  return withRefund(payment, redemptionId, wish, nowMs);
}

function stays(payment: Payment, failure: string | null): Judged {
  return { payment: { ...payment, failure }, verdict: 'none' };
}
