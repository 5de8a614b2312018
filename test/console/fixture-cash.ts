import type { Redemption } from '../../web/console/redemptions/api.ts';

type Payment = NonNullable<Redemption['payment']>;

const AT = '2026-11-20T08:00:00.000Z';
const waiting: Payment = {
  method: 'counter',
  amountMinor: 16_670,
  currency: 'CNY',
  state: 'open',
  payUntil: AT,
  paidAt: null,
  received: null,
  refundableMinor: 0,
  receipt: null,
  takenBy: null,
  closedBecause: null,
  failure: null,
  refunds: [],
  dispute: null,
};
const refund = (
  refundKey: string,
  over: Partial<Payment['refunds'][number]>,
): Payment['refunds'][number] => ({
  refundKey,
  amountMinor: 1_000,
  state: 'succeeded',
  because: 'staff',
  failure: null,
  paidOutside: null,
  requestedAt: AT,
  updatedAt: AT,
  by: null,
  ...over,
});

/** Cash waited for in the shop, to be handed back there, and what met everything that cash can meet. */
export const CASH: Record<'waiting' | 'owed' | 'eventful', Payment> = {
  waiting,
  owed: {
    ...waiting,
    state: 'paid',
    paidAt: AT,
    received: { amountMinor: 16_670, currency: 'CNY' },
    receipt: 'A-17',
    takenBy: { kind: 'staff', name: '阿美', branch: null },
    refunds: [refund('1', { amountMinor: 16_670, state: 'requested', because: 'cancelled' })],
  },
  eventful: {
    ...waiting,
    method: 'online',
    state: 'paid',
    paidAt: AT,
    received: { amountMinor: 16_670, currency: 'CNY' },
    refundableMinor: 12_670,
    refunds: [
      refund('1', { by: { kind: 'staff', name: '阿美', branch: null } }),
      refund('2', { state: 'pending', because: 'outside' }),
      refund('3', { state: 'failed', failure: 'charge_disputed' }),
      refund('4', { state: 'failed', because: 'cancelled', failure: 'a_code_of_stripes' }),
    ],
    dispute: { amountMinor: 12_670, state: 'needs_response', reason: 'fraudulent' },
  },
};
