import { toChargeAmount } from './charge-amount.ts';
import { hasFee } from './checkout-request.ts';
import type { Payment, Refund } from './payment.ts';

/** Everything that is sent to have one refund made; the same again is sent under the same key. */
export type RefundOrder = {
  accountId: string;
  idempotencyKey: string;
  currency: string;
  params: {
    payment_intent: string;
    amount: number;
    refund_application_fee?: true;
    metadata: Record<'tenantId' | 'memberId' | 'redemptionId' | 'refundKey' | 'attempt', string>;
  };
};

/** The order for a refund of ours, or null where there is nothing at Stripe to refund. */
export function refundOrder(
  { request, received, paymentIntentId }: Payment,
  refund: Refund,
): RefundOrder | null {
  if (request === null || received === null || paymentIntentId === null) return null;
  const { tenantId, memberId, redemptionId } = request.params.metadata;
  const { refundKey, amountMinor } = refund;
  const attempt = String(refund.attempts);
  return {
    accountId: request.accountId,
    idempotencyKey: `${refundKey}:refund:${attempt}`,
    currency: received.currency,
    params: {
      payment_intent: paymentIntentId,
      amount: toChargeAmount(amountMinor, received.currency),
      ...(hasFee(request) ? { refund_application_fee: true } : {}),
      metadata: { tenantId, memberId, redemptionId, refundKey, attempt },
    },
  };
}
