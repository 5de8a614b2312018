import type { Redemption } from './api.ts';

type Payment = NonNullable<Redemption['payment']>;
export type Doer = Redemption['cancelledBy'];
type Refund = Payment['refunds'][number];

/** How the cash stands that went back or has to: staff hand it over, or look after it, before all else. */
export type CashBack = {
  standing: 'failed' | 'toHandBack' | 'onItsWay' | 'partRefunded' | 'refunded';
  amountMinor: number;
};

/** What is said about cash that goes back; null where none does. */
export function cashBackOf({ method, received, refunds }: Payment): CashBack | null {
  const sum = (which: (refund: Refund) => boolean) =>
    refunds.filter(which).reduce((total, { amountMinor }) => total + amountMinor, 0);
  const failed = sum(({ state, because }) => state === 'failed' && because !== 'outside');
  if (failed > 0) return { standing: 'failed', amountMinor: failed };
  const handed = method === 'counter' ? sum(({ state }) => state === 'requested') : 0;
  if (handed > 0) return { standing: 'toHandBack', amountMinor: handed };
  const moving = sum(({ state }) => state === 'requested' || state === 'pending');
  if (moving > 0) return { standing: 'onItsWay', amountMinor: moving };
  const back = sum(({ state }) => state === 'succeeded');
  if (back === 0) return null;
  return { standing: back < (received?.amountMinor ?? 0) ? 'partRefunded' : 'refunded', amountMinor: back };
}

/** What a cancel gives back in cash as things stand on the screen; the server holds it against its own. */
export function promisedCash({ payment }: Pick<Redemption, 'payment'>): number {
  return payment?.state === 'paid' ? Math.max(0, payment.refundableMinor) : 0;
}

/** Which sentence a cancel's dialog says about the cash. */
export function cancelSaysOf({ payment }: Pick<Redemption, 'payment'>): 'points' | 'cash' | 'byHand' {
  if (promisedCash({ payment }) === 0) return 'points';
  return payment?.method === 'counter' ? 'byHand' : 'cash';
}

/** One moment of the cash, as the timeline tells it. */
export type CashStep = {
  told: 'cashTaken' | 'cashPaid' | 'refundAsked' | 'cashBack' | 'cashHandedBack' | 'refundFailed';
  at: string;
  amountMinor: number;
  by: Doer;
};

/** When cash came in and went back, oldest first. */
export function cashSteps(payment: Redemption['payment']): CashStep[] {
  if (payment === null) return [];
  const { method, paidAt, received, takenBy, refunds } = payment;
  const counter = method === 'counter';
  const paid: CashStep[] =
    paidAt === null || received === null
      ? []
      : [
          {
            told: counter ? 'cashTaken' : 'cashPaid',
            at: paidAt,
            amountMinor: received.amountMinor,
            by: takenBy,
          },
        ];
  const back = refunds.flatMap(({ state, amountMinor, requestedAt, updatedAt, by }): CashStep[] => {
    const asked = { told: 'refundAsked', at: requestedAt, amountMinor, by } as const;
    if (state === 'covered') return [];
    if (state === 'requested' || state === 'pending') return [asked];
    if (state === 'failed') return [{ told: 'refundFailed', at: updatedAt, amountMinor, by: null }];
    return [{ told: counter ? 'cashHandedBack' : 'cashBack', at: updatedAt, amountMinor, by }];
  });
  return [...paid, ...back];
}

const REASONS = [
  'staff',
  'member',
  'payment_expired',
  'payment_failed',
  'payment_mismatch',
  'payment_returned',
  'stock_away',
  'sold_out',
  'stopped',
  'limit_reached',
  'price_changed',
] as const;

/** Why a redemption came to nothing, as a message; null where it did not, or nobody knows. */
export function whyUndone({
  state,
  undoneBecause,
}: Pick<Redemption, 'state' | 'undoneBecause'>): (typeof REASONS)[number] | null {
  if (!['undoing', 'undone', 'cancelling', 'cancelled'].includes(state)) return null;
  return REASONS.find((known) => known === undoneBecause) ?? null;
}
