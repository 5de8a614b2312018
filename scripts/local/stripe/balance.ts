import { type Context, secondsOf } from './context.ts';
import { newId } from './identifier.ts';
import type { BalanceTransaction } from './tables.ts';

const SETTLES_AFTER_MS = 2 * 24 * 3_600_000;

export type Booking = {
  type: 'charge' | 'refund' | 'refund_failure' | 'adjustment' | 'application_fee' | 'application_fee_refund';
  reportingCategory: string;
  /** Signed: what leaves the account is negative. */
  amount: number;
  /** The application fee in it, signed the other way round: what is given back is negative. */
  fee?: number;
  currency: string;
  source: string;
  description?: string | null;
};

/** Books an amount on the account's balance and returns the entry. */
export function book(context: Context, booking: Booking): BalanceTransaction {
  const { type, reportingCategory, amount, fee = 0, currency, source, description = null } = booking;
  const transaction: BalanceTransaction = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: secondsOf(context.nowMs + SETTLES_AFTER_MS),
    balance_type: 'payments',
    created: secondsOf(context.nowMs),
    currency,
    description,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [
            {
              amount: fee,
              application: null,
              currency,
              description: 'Pointmall application fee',
              type: 'application_fee',
            },
          ],
    net: amount - fee,
    reporting_category: reportingCategory,
    source,
    status: 'pending',
    type,
  };
  context.store.put('balanceTransactions', transaction.id, {
    account: context.account,
    object: transaction,
  });
  return transaction;
}
