import { book } from './balance.ts';
import { APPLICATION, type Context, PLATFORM_ACCOUNT, secondsOf } from './context.ts';
import { newId } from './identifier.ts';
import { listing, retrieving } from './objects.ts';
import type { ApplicationFee, Charge, FeeRefund } from './tables.ts';

const PATH = '/v1/application_fees';

export const feeEndpoints = [
  retrieving(PATH, 'applicationFees', 'application_fee'),
  listing(PATH, 'applicationFees', ['charge', 'account']),
];

const ofPlatform = (context: Context): Context => ({ ...context, account: PLATFORM_ACCOUNT });

/** Takes the platform's part of a charge on a connected account. */
export function takeFee(context: Context, charge: Charge, amount: number): ApplicationFee {
  const id = newId('fee');
  const { currency } = charge;
  const booked = book(ofPlatform(context), {
    type: 'application_fee',
    reportingCategory: 'platform_earning',
    amount,
    currency,
    source: id,
  });
  const fee: ApplicationFee = {
    id,
    object: 'application_fee',
    account: context.account,
    amount,
    amount_refunded: 0,
    application: APPLICATION,
    balance_transaction: booked.id,
    charge: charge.id,
    created: secondsOf(context.nowMs),
    currency,
    fee_source: { charge: charge.id, type: 'charge' },
    livemode: false,
    originating_transaction: null,
    refunded: false,
    refunds: { object: 'list', data: [], has_more: false, url: `${PATH}/${id}/refunds` },
  };
  context.store.put('applicationFees', id, { account: PLATFORM_ACCOUNT, object: fee });
  return fee;
}

/**
 * Gives back of the fee what a refund of `refunded` out of the charge is worth: its part, floored, or
 * all that is left once nothing of the charge is. Returns the amount.
 */
export function refundFee(context: Context, charge: Charge, refunded: number): number {
  const row = charge.application_fee && context.store.get('applicationFees', charge.application_fee);
  if (!row) return 0;
  const fee = row.object;
  const left = fee.amount - fee.amount_refunded;
  const whole = charge.amount_refunded + refunded === charge.amount;
  const amount = whole ? left : Math.min(left, Math.floor((fee.amount * refunded) / charge.amount));
  if (amount === 0) return 0;
  const id = newId('fr');
  const booked = book(ofPlatform(context), {
    type: 'application_fee_refund',
    reportingCategory: 'platform_earning_refund',
    amount: -amount,
    currency: fee.currency,
    source: id,
  });
  const given: FeeRefund = {
    id,
    object: 'fee_refund',
    amount,
    balance_transaction: booked.id,
    created: secondsOf(context.nowMs),
    currency: fee.currency,
    fee: fee.id,
    metadata: {},
  };
  const amountRefunded = fee.amount_refunded + amount;
  context.store.put('feeRefunds', id, { account: PLATFORM_ACCOUNT, object: given });
  context.store.put('applicationFees', fee.id, {
    ...row,
    object: {
      ...fee,
      amount_refunded: amountRefunded,
      refunded: amountRefunded === fee.amount,
      refunds: { ...fee.refunds, data: [given, ...fee.refunds.data] },
    },
  });
  return amount;
}
