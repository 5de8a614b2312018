import type { PaymentPanel, RedemptionTile } from '../../../web/mall/views.ts';
import type { Words } from '../../../web/mall/words.ts';
import type { PaymentView, RedemptionView } from '../../account/contract.ts';
import { refundableMinor } from '../../domain/payment/refunds.ts';

const MINUTE_MS = 60_000;

/** What the member reads of an order's cash; null where points alone paid. */
export function paymentPanel(words: Words, { state, payment }: RedemptionView): PaymentPanel | null {
  if (!payment) return null;
  const { method, currency, payUntilMs } = payment;
  const owedMinor = refundableMinor(payment);
  return {
    method,
    amount: words.format.money(payment.amountMinor, currency),
    step: stepOf(payment, state === 'awaiting_payment', words.nowMs),
    url: payment.url,
    payUntilMs,
    minutesLeft: minutesUntil(payUntilMs, words.nowMs),
    givesBack:
      owedMinor > 0 ? { amount: words.format.money(owedMinor, currency), amountMinor: owedMinor } : null,
    refunds: payment.refunds.map(({ amountMinor, state: at, updatedAtMs }) => ({
      amount: words.format.money(amountMinor, currency),
      state: refundState(at, method),
      atMs: updatedAtMs,
    })),
    refunded: refundedOf(payment),
  };
}

/** Whether what came in has gone, or is on its way, back. */
export function refundedOf(payment: PaymentView): PaymentPanel['refunded'] {
  const { received } = payment;
  const owedMinor = refundableMinor(payment);
  if (owedMinor >= (received?.amountMinor ?? 0)) return 'none';
  return owedMinor > 0 ? 'part' : 'whole';
}

/** Until when the cash can be paid online; null where nothing is waited for so shortly. */
export function timeToPay({ state, payment }: RedemptionView, nowMs: number): RedemptionTile['pay'] {
  const isAwaited = state === 'awaiting_payment' && payment !== undefined && payment.state !== 'closing';
  if (!isAwaited || payment.method === 'counter') return null;
  const { payUntilMs: untilMs } = payment;
  return { untilMs, minutesLeft: minutesUntil(untilMs, nowMs) };
}

function minutesUntil(atMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((atMs - nowMs) / MINUTE_MS));
}

function stepOf(payment: PaymentView, awaited: boolean, nowMs: number): PaymentPanel['step'] {
  if (payment.state === 'paid') return 'paid';
  if (payment.state === 'abandoned') return 'unknown';
  if (!awaited) return 'none';
  if (payment.state === 'closing' || payment.payUntilMs <= nowMs) return 'ending';
  return payment.method === 'online' && payment.url === null ? 'preparing' : 'to_pay';
}

function refundState(
  state: PaymentView['refunds'][number]['state'],
  method: PaymentView['method'],
): PaymentPanel['refunds'][number]['state'] {
  if (state === 'succeeded' || state === 'covered') return 'done';
  if (method === 'counter') return 'by_hand';
  return state === 'failed' ? 'delayed' : 'under_way';
}
