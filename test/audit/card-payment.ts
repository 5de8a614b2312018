import type { PaymentView } from '../../src/account/contract.ts';

/** ¥10.00 that came in by card. */
export const BY_CARD: PaymentView = {
  method: 'online',
  amountMinor: 1_000,
  currency: 'CNY',
  state: 'paid',
  attempt: 1,
  sessionId: 'cs_1',
  url: null,
  paymentIntentId: 'pi_1',
  payUntilMs: 1,
  expiresAtMs: 1,
  paidAtMs: 1,
  received: { amountMinor: 1_000, currency: 'CNY' },
  receipt: null,
  closedBecause: null,
  failure: null,
  refunds: [],
  dispute: null,
  accountId: 'acct_1',
};

/** Half of it, on its way back. */
export const REFUND: PaymentView['refunds'][number] = {
  refundKey: 'rdm_1:500',
  amountMinor: 500,
  cumulativeMinor: 500,
  state: 'succeeded',
  because: 'staff',
  stripeRefundId: 're_1',
  failure: null,
  attempts: 1,
  requestedAtMs: 1,
  updatedAtMs: 1,
  actor: null,
};
