import { secondsOf } from './context.ts';
import { newId } from './identifier.ts';
import type { LineItem, Session } from './tables.ts';

export type NewSession = {
  currency: string;
  amount: number;
  allowedMethods: string[] | null;
  successUrl: string;
  cancelUrl: string | null;
  clientReferenceId: string | null;
  customerEmail: string | null;
  expiresAtSeconds: number;
  locale: string | null;
  metadata: Record<string, string>;
  submitType: Session['submit_type'];
};

const NO_CONSENT = { adaptive_pricing: { enabled: false }, consent: null, consent_collection: null };

/** A hosted Checkout Session for one payment by card, open and unpaid. */
export function newSession(asked: NewSession, nowMs: number, baseUrl: string): Session {
  const id = newId('cs_test', 58);
  return {
    id,
    object: 'checkout.session',
    ...NO_CONSENT,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: asked.allowedMethods,
    amount_subtotal: asked.amount,
    amount_total: asked.amount,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: asked.cancelUrl,
    client_reference_id: asked.clientReferenceId,
    client_secret: null,
    collected_information: null,
    created: secondsOf(nowMs),
    currency: asked.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: null,
    customer_account: null,
    customer_creation: 'if_required',
    customer_details: null,
    customer_email: asked.customerEmail,
    discounts: [],
    expires_at: asked.expiresAtSeconds,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: asked.locale,
    managed_payments: { enabled: false },
    metadata: asked.metadata,
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: asked.submitType,
    subscription: null,
    success_url: asked.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${baseUrl}/c/pay/${id}`,
    wallet_options: null,
  };
}

export type NewLineItem = { currency: string; unitAmount: number; quantity: number; name: string };

/** A line of a session, with the price that was made for it. */
export function newLineItem({ currency, unitAmount, quantity, name }: NewLineItem, nowMs: number): LineItem {
  const amount = unitAmount * quantity;
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency,
    description: name,
    metadata: {},
    price: {
      id: newId('price'),
      object: 'price',
      active: false,
      billing_scheme: 'per_unit',
      created: secondsOf(nowMs),
      currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: newId('prod', 14),
      recurring: null,
      tax_behavior: 'unspecified',
      tiers_mode: null,
      transform_quantity: null,
      type: 'one_time',
      unit_amount: unitAmount,
      unit_amount_decimal: String(unitAmount),
    },
    quantity,
  };
}
