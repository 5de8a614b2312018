import { assert } from '../assert.ts';
import type { Locale } from '../locale.ts';
import { chargeUnitMinor } from '../money.ts';
import { toChargeAmount } from './charge-amount.ts';
import { SESSION_LIVES_MS } from './payment.ts';

/** By these an object at Stripe is known as ours; each value is text, as Stripe keeps it. */
export type CheckoutReference = { tenantId: string; memberId: string; redemptionId: string; attempt: string };

/** The parameters of Stripe's `POST /v1/checkout/sessions`, in its own words and amounts. */
export type CheckoutParams = {
  mode: 'payment';
  allowed_payment_method_types: ['card'];
  client_reference_id: string;
  line_items: {
    quantity: number;
    price_data: { currency: string; unit_amount: number; product_data: { name: string } };
  }[];
  metadata: CheckoutReference;
  payment_intent_data: {
    metadata: CheckoutReference;
    description?: string;
    application_fee_amount?: number;
  };
  expires_at: number;
  success_url: string;
  cancel_url: string;
  locale: 'zh' | 'zh-TW' | 'en';
  /** A buyer who paid in a currency of her own could not be refunded by our amounts. */
  adaptive_pricing: { enabled: false };
};

/** Everything that is sent, stored before the first call: retries send exactly this under the same key. */
export type CheckoutRequest = { accountId: string; idempotencyKey: string; params: CheckoutParams };

/** How the shop takes cash online: its own account at Stripe, and where the member comes back to. */
export type OnlineTerms = {
  method: 'online';
  currency: string;
  accountId: string;
  applicationFeeBasisPoints: number;
  successUrl: string;
  cancelUrl: string;
  locale: Locale;
  description: string | null;
};

export type CheckoutSubject = {
  tenantId: string;
  memberId: string;
  redemptionId: string;
  lines: { names: Record<string, string>; quantity: number; cashEachMinor: number }[];
};

const PRODUCT_NAME_CHARACTERS_MAX = 250;
const BASIS_POINTS = 10_000n;
const STRIPE_LOCALES = { 'zh-CN': 'zh', 'zh-TW': 'zh-TW', en: 'en' } as const;

/** The complete first request. The method is cards alone: others tell of their success days later. */
export function checkoutRequest(
  terms: OnlineTerms,
  { lines, ...subject }: CheckoutSubject,
  nowMs: number,
): CheckoutRequest {
  const { currency, locale } = terms;
  const charged = lines.filter(({ cashEachMinor }) => cashEachMinor > 0);
  const amountMinor = charged.reduce((sum, line) => sum + line.quantity * line.cashEachMinor, 0);
  const feeMinor = feeOf(amountMinor, terms);
  const reference = { ...subject, attempt: '1' };
  const request: CheckoutRequest = {
    accountId: terms.accountId,
    idempotencyKey: '',
    params: {
      mode: 'payment',
      allowed_payment_method_types: ['card'],
      client_reference_id: subject.redemptionId,
      line_items: charged.map(({ names, quantity, cashEachMinor }) => ({
        quantity,
        price_data: {
          currency: currency.toLowerCase(),
          unit_amount: toChargeAmount(cashEachMinor, currency),
          product_data: { name: nameIn(names, locale) ?? subject.redemptionId },
        },
      })),
      metadata: reference,
      payment_intent_data: {
        metadata: reference,
        ...(terms.description === null ? {} : { description: terms.description }),
        ...(feeMinor === 0 ? {} : { application_fee_amount: toChargeAmount(feeMinor, currency) }),
      },
      expires_at: 0,
      success_url: terms.successUrl,
      cancel_url: terms.cancelUrl,
      locale: STRIPE_LOCALES[locale],
      adaptive_pricing: { enabled: false },
    },
  };
  return attemptOf(request, 1, nowMs);
}

/** The same request as another attempt: its own key, its own reference, and the whole time to pay. */
export function attemptOf(request: CheckoutRequest, attempt: number, nowMs: number): CheckoutRequest {
  const { params } = request;
  const reference: CheckoutReference = { ...params.metadata, attempt: String(attempt) };
  return {
    ...request,
    idempotencyKey: `${reference.redemptionId}:checkout:${attempt}`,
    params: {
      ...params,
      metadata: reference,
      payment_intent_data: { ...params.payment_intent_data, metadata: reference },
      expires_at: Math.floor((nowMs + SESSION_LIVES_MS) / 1_000),
    },
  };
}

/** Whether the platform's fee was taken with the payment, so that a refund gives it back as well. */
export function hasFee({ params }: CheckoutRequest): boolean {
  return params.payment_intent_data.application_fee_amount !== undefined;
}

function feeOf(amountMinor: number, { applicationFeeBasisPoints, currency }: OnlineTerms): number {
  assert(applicationFeeBasisPoints >= 0 && applicationFeeBasisPoints < 10_000, 'a fee is a part');
  const exact = (BigInt(amountMinor) * BigInt(applicationFeeBasisPoints)) / BASIS_POINTS;
  const unit = BigInt(chargeUnitMinor(currency));
  return Number((exact / unit) * unit);
}

function nameIn(names: Record<string, string>, locale: Locale): string | undefined {
  const name = names[locale] ?? Object.values(names)[0];
  return name?.slice(0, PRODUCT_NAME_CHARACTERS_MAX);
}
