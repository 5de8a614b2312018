import { book } from './balance.ts';
import { type Context, secondsOf } from './context.ts';
import { missing } from './error.ts';
import { recordEvent } from './events.ts';
import { takeFee } from './fees.ts';
import { listing, retrieving } from './objects.ts';
import { type Attempt, newCharge, newIntent, type Payer, paymentMethodOf } from './payment-object.ts';
import type { Charge, PaymentIntent, Session } from './tables.ts';

export const paymentEndpoints = [
  retrieving('/v1/payment_intents', 'paymentIntents', 'payment_intent', 'intent'),
  listing('/v1/payment_intents', 'paymentIntents', []),
  retrieving('/v1/charges', 'charges', 'charge', 'id'),
  listing('/v1/charges', 'charges', ['payment_intent']),
  retrieving('/v1/balance_transactions', 'balanceTransactions', 'balance_transaction'),
  listing('/v1/balance_transactions', 'balanceTransactions', ['source', 'type', 'currency']),
];

const CARD_DECLINED = {
  code: 'card_declined',
  declineCode: 'generic_decline',
  message: 'Your card was declined.',
};

function put(context: Context, intent: PaymentIntent): PaymentIntent {
  context.store.put('paymentIntents', intent.id, { account: context.account, object: intent });
  return intent;
}

/** The session's payment; made, and named by the session, when there was none. */
function intentOf(context: Context, session: Session): PaymentIntent {
  const known = session.payment_intent && context.store.get('paymentIntents', session.payment_intent);
  if (known) return known.object;
  const secrets = context.store.get('sessionSecrets', session.id);
  if (!secrets) throw missing('checkout.session', session.id);
  const intent = put(context, newIntent(session, secrets, context.nowMs));
  const named = { ...session, payment_intent: intent.id };
  context.store.put('sessions', session.id, { account: context.account, object: named });
  recordEvent(context, 'payment_intent.created', intent);
  return intent;
}

function charge(context: Context, intent: PaymentIntent, attempt: Attempt): Charge {
  const made = newCharge(intent, attempt, context.nowMs, context.url);
  if (attempt.declined) return made;
  const fee = made.application_fee_amount ? takeFee(context, made, made.application_fee_amount) : null;
  const booked = book(context, {
    type: 'charge',
    reportingCategory: 'charge',
    amount: made.amount,
    fee: fee?.amount ?? 0,
    currency: made.currency,
    source: made.id,
    description: made.description,
  });
  return { ...made, application_fee: fee?.id ?? null, balance_transaction: booked.id };
}

/** Pays an open session in full. The caller has made sure that it is open. */
export function paySession(
  context: Context,
  session: Session,
  payer: Payer,
  authenticated: boolean,
): Session {
  const intent = intentOf(context, session);
  const paid = charge(context, intent, { payer, cardLast4: '4242', authenticated, declined: null });
  context.store.put('charges', paid.id, { account: context.account, object: paid });
  const succeeded = put(context, {
    ...intent,
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: paid.id,
    next_action: null,
    payment_method: paid.payment_method,
    status: 'succeeded',
  });
  const complete: Session = {
    ...session,
    customer_details: {
      address: paid.billing_details.address,
      business_name: null,
      ...payer,
      individual_name: null,
      phone: null,
      tax_exempt: 'none',
      tax_ids: [],
    },
    payment_intent: intent.id,
    payment_status: 'paid',
    status: 'complete',
    url: null,
  };
  context.store.put('sessions', session.id, { account: context.account, object: complete });
  recordEvent(context, 'charge.succeeded', paid);
  recordEvent(context, 'payment_intent.succeeded', succeeded);
  recordEvent(context, 'checkout.session.completed', complete);
  return complete;
}

/** Tries a card that the bank refuses: the session stays open. */
export function declineSession(context: Context, session: Session, payer: Payer): void {
  const intent = intentOf(context, session);
  const attempt = { payer, cardLast4: '0002', authenticated: false, declined: CARD_DECLINED };
  const failed = charge(context, intent, attempt);
  context.store.put('charges', failed.id, { account: context.account, object: failed });
  const open = put(context, {
    ...intent,
    last_payment_error: {
      charge: failed.id,
      code: CARD_DECLINED.code,
      decline_code: CARD_DECLINED.declineCode,
      doc_url: 'https://stripe.com/docs/error-codes/card-declined',
      message: CARD_DECLINED.message,
      payment_method: paymentMethodOf(failed),
      type: 'card_error',
    },
    latest_charge: failed.id,
    next_action: null,
    status: 'requires_payment_method',
  });
  recordEvent(context, 'charge.failed', failed);
  recordEvent(context, 'payment_intent.payment_failed', open);
}

/** The bank wants to see the payer: nothing is paid until she has confirmed. */
export function challengeSession(context: Context, session: Session, challengeUrl: string): void {
  const intent = put(context, {
    ...intentOf(context, session),
    last_payment_error: null,
    next_action: { redirect_to_url: { return_url: null, url: challengeUrl }, type: 'redirect_to_url' },
    status: 'requires_action',
  });
  recordEvent(context, 'payment_intent.requires_action', intent);
}

/** The payer failed, or refused, to confirm: the session stays open. */
export function failChallenge(context: Context, session: Session): void {
  const intent = put(context, {
    ...intentOf(context, session),
    last_payment_error: {
      code: 'payment_intent_authentication_failure',
      doc_url: 'https://stripe.com/docs/error-codes/payment-intent-authentication-failure',
      message:
        'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
      type: 'invalid_request_error',
    },
    next_action: null,
    status: 'requires_payment_method',
  });
  recordEvent(context, 'payment_intent.payment_failed', intent);
}

/** Cancels a payment that was begun and not paid. */
export function cancelIntent(context: Context, id: string): void {
  const known = context.store.get('paymentIntents', id);
  if (!known || known.object.status === 'succeeded' || known.object.status === 'canceled') return;
  const intent = put(context, {
    ...known.object,
    canceled_at: secondsOf(context.nowMs),
    cancellation_reason: 'expired',
    next_action: null,
    status: 'canceled',
  });
  recordEvent(context, 'payment_intent.canceled', intent);
}
