import { APPLICATION, secondsOf } from './context.ts';
import { newId } from './identifier.ts';
import type { Charge, PaymentIntent, Session, SessionSecrets } from './tables.ts';

/** The payment of a session, made when somebody first tries to pay. */
export function newIntent(session: Session, secrets: SessionSecrets, nowMs: number): PaymentIntent {
  const id = newId('pi');
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: session.amount_total ?? 0,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: APPLICATION,
    application_fee_amount: secrets.applicationFeeAmount,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${newId('s').slice(2)}`,
    confirmation_method: 'automatic',
    created: secondsOf(nowMs),
    currency: session.currency ?? '',
    customer: null,
    customer_account: null,
    description: secrets.intentDescription,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: secrets.intentMetadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: { card: CARD_OPTIONS },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: secrets.receiptEmail,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: secrets.statementDescriptorSuffix,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: secrets.transferGroup,
  };
}

const CARD_OPTIONS = {
  installments: null,
  mandate_options: null,
  network: null,
  request_three_d_secure: 'automatic',
} satisfies NonNullable<NonNullable<PaymentIntent['payment_method_options']>['card']>;

const CARD_EXPIRES = { exp_month: 12, exp_year: 2034 };
const NO_ADDRESS = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };

function cardDetails(last4: string, authenticated: boolean) {
  return {
    amount_authorized: null,
    authorization_code: null,
    brand: 'visa',
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: 'US',
    electronic_commerce_indicator: null,
    ...CARD_EXPIRES,
    extended_authorization: { status: 'disabled' },
    fingerprint: 'AOB934RVNwzk6xtn',
    funding: 'credit',
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: 'visa',
    network_token: { used: false },
    network_transaction_id: null,
    overcapture: { maximum_amount_capturable: 0, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: authenticated
      ? {
          authentication_flow: 'challenge',
          electronic_commerce_indicator: '05',
          exemption_indicator: null,
          result: 'authenticated',
          result_reason: null,
          transaction_id: null,
          version: '2.2.0',
        }
      : null,
    transaction_link_id: null,
    wallet: null,
  } satisfies NonNullable<NonNullable<Charge['payment_method_details']>['card']>;
}

export type Payer = { email: string; name: string };

export type Attempt = {
  payer: Payer;
  cardLast4: string;
  authenticated: boolean;
  /** Why the bank refused; null when it paid. */
  declined: { code: string; declineCode: string; message: string } | null;
};

function outcomeOf(declined: Attempt['declined']): Charge['outcome'] {
  const risk = { advice_code: null, network_advice_code: null, risk_level: 'normal', risk_score: 20 };
  if (!declined) {
    return {
      ...risk,
      network_decline_code: null,
      network_status: 'approved_by_network',
      reason: null,
      seller_message: 'Payment complete.',
      type: 'authorized',
    };
  }
  return {
    ...risk,
    network_decline_code: '05',
    network_status: 'declined_by_network',
    reason: declined.declineCode,
    seller_message: 'The bank did not return any further details with this decline.',
    type: 'issuer_declined',
  };
}

/** A charge that succeeded, or one that the bank refused. */
export function newCharge(intent: PaymentIntent, attempt: Attempt, nowMs: number, baseUrl: string): Charge {
  const id = newId('ch');
  const { declined } = attempt;
  const overcapture = { maximum_amount_capturable: intent.amount, status: 'unavailable' };
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: declined ? 0 : intent.amount,
    amount_refunded: 0,
    application: intent.application,
    application_fee: null,
    application_fee_amount: declined ? null : intent.application_fee_amount,
    balance_transaction: null,
    billing_details: { address: NO_ADDRESS, ...attempt.payer, phone: null, tax_id: null },
    calculated_statement_descriptor: 'POINTMALL',
    captured: !declined,
    created: secondsOf(nowMs),
    currency: intent.currency,
    customer: null,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: declined?.code ?? null,
    failure_message: declined?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(declined),
    paid: !declined,
    payment_intent: intent.id,
    payment_method: newId('pm'),
    payment_method_details: {
      card: { ...cardDetails(attempt.cardLast4, attempt.authenticated), overcapture },
      type: 'card',
    },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: declined ? null : `${baseUrl}/receipts/${id}`,
    refunded: false,
    refunds: { object: 'list', data: [], has_more: false, url: `/v1/charges/${id}/refunds` },
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: declined ? 'failed' : 'succeeded',
    transfer_data: null,
    transfer_group: intent.transfer_group,
  };
}

/** The card that somebody paid with, as errors show it. */
export function paymentMethodOf(charge: Charge) {
  const last4 = charge.payment_method_details?.card?.last4 ?? '';
  return {
    id: charge.payment_method ?? '',
    object: 'payment_method' as const,
    allow_redisplay: 'limited' as const,
    billing_details: charge.billing_details,
    card: {
      brand: 'visa',
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: 'visa',
      ...CARD_EXPIRES,
      fingerprint: 'AOB934RVNwzk6xtn',
      funding: 'credit',
      generated_from: null,
      last4,
      networks: { available: ['visa'], preferred: null },
      regulated_status: 'unregulated' as const,
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: charge.created,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card' as const,
  };
}
