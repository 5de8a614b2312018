import type { Store } from './store.ts';
import type { BalanceTransaction, Charge } from './tables.ts';

/** What one connected account took and gave in one currency, in minor units. */
export type Books = {
  account: string;
  currency: string;
  charged: number;
  /** Refunds that succeeded; pending ones have not left the account yet. */
  refunded: number;
  refundsPending: number;
  applicationFees: number;
  applicationFeesRefunded: number;
  /** Held back or lost by disputes. */
  disputed: number;
  /** What is left to the account: the sum of its balance transactions. */
  net: number;
  payments: BookedPayment[];
};

/** A payment that was captured, and what it was for. */
export type BookedPayment = {
  paymentIntent: string;
  session: string | null;
  clientReferenceId: string | null;
  metadata: Record<string, string>;
  amount: number;
  /** Refunds of it that have not failed. */
  refunded: number;
  applicationFee: number;
  applicationFeeRefunded: number;
  disputed: boolean;
};

function bookedPayment(store: Store, account: string, charge: Charge): BookedPayment {
  const session = store
    .objectsOf('sessions', account)
    .find(({ payment_intent }) => payment_intent === charge.payment_intent);
  const fee = charge.application_fee ? store.get('applicationFees', charge.application_fee)?.object : null;
  return {
    paymentIntent: charge.payment_intent ?? '',
    session: session?.id ?? null,
    clientReferenceId: session?.client_reference_id ?? null,
    metadata: charge.metadata,
    amount: charge.amount,
    refunded: charge.amount_refunded,
    applicationFee: fee?.amount ?? 0,
    applicationFeeRefunded: fee?.amount_refunded ?? 0,
    disputed: charge.disputed,
  };
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

function bookedTotals(transactions: BalanceTransaction[]) {
  const of = (...types: string[]) => transactions.filter(({ type }) => types.includes(type));
  const amounts = (...types: string[]) => sum(of(...types).map(({ amount }) => amount));
  return {
    charged: amounts('charge'),
    refunded: 0 - amounts('refund', 'refund_failure'),
    disputed: 0 - amounts('adjustment'),
    applicationFees: sum(of('charge').map(({ fee }) => fee)),
    applicationFeesRefunded: 0 - sum(of('refund').map(({ fee }) => fee)),
    net: sum(transactions.map(({ net }) => net)),
  };
}

/** The books of every connected account and currency that anything was charged in. */
export function books(store: Store): Books[] {
  return store.entries('accounts').flatMap(([account]) => {
    const transactions = store.objectsOf('balanceTransactions', account);
    const charges = store.objectsOf('charges', account).filter(({ paid }) => paid);
    const refunds = store.objectsOf('refunds', account);
    return [...new Set(charges.map(({ currency }) => currency))].map((currency) => ({
      account,
      currency,
      ...bookedTotals(transactions.filter((booked) => booked.currency === currency)),
      refundsPending: sum(
        refunds
          .filter((refund) => refund.currency === currency && refund.status === 'pending')
          .map(({ amount }) => amount),
      ),
      payments: charges
        .filter((charge) => charge.currency === currency)
        .map((charge) => bookedPayment(store, account, charge)),
    }));
  });
}
