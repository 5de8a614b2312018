import { book } from './balance.ts';
import { type Context, type Endpoint, secondsOf } from './context.ts';
import { checkPrecision, formatAmount } from './currencies.ts';
import { invalid, missing } from './error.ts';
import { recordEvent } from './events.ts';
import { refundFee } from './fees.ts';
import { newId } from './identifier.ts';
import { listing, objectOf, retrieving } from './objects.ts';
import type { Charge, Refund } from './tables.ts';

const PATH = '/v1/refunds';
const REASONS = ['duplicate', 'fraudulent', 'requested_by_customer'] as const;

export type RefundAsked = {
  charge?: string | undefined;
  paymentIntent?: string | undefined;
  amount?: number | undefined;
  reason?: (typeof REASONS)[number] | undefined;
  refundApplicationFee?: boolean | undefined;
  metadata?: Record<string, string>;
};

const createRefund: Endpoint = {
  method: 'POST',
  path: PATH,
  handle(call) {
    const { parameters } = call;
    const asked: RefundAsked = {
      charge: parameters.string('charge'),
      paymentIntent: parameters.string('payment_intent'),
      amount: parameters.integer('amount'),
      reason: parameters.oneOf('reason', REASONS),
      refundApplicationFee: parameters.boolean('refund_application_fee'),
      metadata: parameters.metadata(),
    };
    if (!asked.charge && !asked.paymentIntent) {
      throw invalid(
        'One of the following params should be provided for this request: payment_intent or charge.',
      );
    }
    if (asked.amount !== undefined && asked.amount < 1) {
      throw invalid('Invalid positive integer', 'amount', 'parameter_invalid_integer');
    }
    return () => refund(call, asked);
  },
};

const updateRefund: Endpoint = {
  method: 'POST',
  path: `${PATH}/:id`,
  handle(call) {
    const metadata = call.parameters.metadata();
    return () => {
      const known = objectOf(call, 'refunds', call.ids[0] ?? '', 'refund', 'refund');
      return putRefund(call, { ...known, metadata: { ...known.metadata, ...metadata } });
    };
  },
};

export const refundEndpoints = [
  createRefund,
  updateRefund,
  retrieving(PATH, 'refunds', 'refund', 'refund'),
  listing(PATH, 'refunds', ['charge', 'payment_intent']),
];

function chargeToRefund(context: Context, asked: RefundAsked): Charge {
  if (asked.charge) return objectOf(context, 'charges', asked.charge, 'charge', 'charge');
  const id = asked.paymentIntent ?? '';
  const intent = objectOf(context, 'paymentIntents', id, 'payment_intent', 'payment_intent');
  const row = intent.latest_charge === null ? undefined : context.store.get('charges', intent.latest_charge);
  if (row?.object.status !== 'succeeded') {
    throw invalid(
      `This PaymentIntent (${id}) does not have a successful charge to refund.`,
      'payment_intent',
    );
  }
  return row.object;
}

/** Whether the payer's bank has the money, or may still get it. */
function chargedBack({ store, account }: Context, charge: Charge): boolean {
  const disputes = store.objectsOf('disputes', account);
  return disputes.some((dispute) => dispute.charge === charge.id && dispute.status !== 'won');
}

function amountToRefund(context: Context, charge: Charge, asked: number | undefined): number {
  const left = charge.amount - charge.amount_refunded;
  if (chargedBack(context, charge)) {
    throw invalid(
      `Charge ${charge.id} has been charged back; cannot issue a refund.`,
      undefined,
      'charge_disputed',
    );
  }
  if (left === 0) {
    const message = `Charge ${charge.id} has already been refunded.`;
    throw invalid(message, undefined, 'charge_already_refunded');
  }
  const amount = asked ?? left;
  checkPrecision(amount, charge.currency, 'amount');
  if (amount > left) {
    const text = (value: number) => formatAmount(value, charge.currency);
    throw invalid(
      `Refund amount (${text(amount)}) is greater than unrefunded amount on charge (${text(left)})`,
      'amount',
    );
  }
  return amount;
}

/** Stores a refund, and the copies of it that its charge shows. */
function putRefund(context: Context, refund: Refund): Refund {
  context.store.put('refunds', refund.id, { account: context.account, object: refund });
  const row = refund.charge ? context.store.get('charges', refund.charge) : undefined;
  if (row?.object.refunds) {
    const others = row.object.refunds.data.filter(({ id }) => id !== refund.id);
    const refunds = { ...row.object.refunds, data: [refund, ...others] };
    context.store.put('charges', row.object.id, { ...row, object: { ...row.object, refunds } });
  }
  return refund;
}

function bookRefund(context: Context, charge: Charge, id: string, amount: number, fee: number): string {
  return book(context, {
    type: 'refund',
    reportingCategory: 'refund',
    amount: 0 - amount,
    fee: 0 - fee,
    currency: charge.currency,
    source: id,
  }).id;
}

/** Whether refunds succeed at once, or wait until somebody says how they end. */
function refundsWait({ store }: Context): boolean {
  return store.get('knobs', 'refunds') === 'pending';
}

/** Gives money back: by the API, or by the merchant in Stripe's own pages. */
export function refund(context: Context, asked: RefundAsked): Refund {
  const charge = chargeToRefund(context, asked);
  const amount = amountToRefund(context, charge, asked.amount);
  const id = newId('re');
  const fee = asked.refundApplicationFee ? refundFee(context, charge, amount) : 0;
  const waits = refundsWait(context);
  const amountRefunded = charge.amount_refunded + amount;
  context.store.put('charges', charge.id, {
    account: context.account,
    object: { ...charge, amount_refunded: amountRefunded, refunded: amountRefunded === charge.amount },
  });
  // The fee comes back at once; only the payer's money waits.
  if (waits && fee > 0) bookRefund(context, charge, id, 0, fee);
  const made = putRefund(context, {
    id,
    object: 'refund',
    amount,
    balance_transaction: waits ? null : bookRefund(context, charge, id, amount, fee),
    charge: charge.id,
    created: secondsOf(context.nowMs),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: {
      card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
      type: 'card',
    },
    metadata: asked.metadata ?? {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(waits && { pending_reason: 'insufficient_funds' as const }),
    reason: asked.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: waits ? 'pending' : 'succeeded',
    transfer_reversal: null,
  });
  recordEvent(context, 'charge.refunded', context.store.get('charges', charge.id)?.object);
  recordEvent(context, 'refund.created', made);
  return made;
}

/** Ends a pending refund, or fails one that had succeeded: banks send money back days later. */
export function settleRefund(context: Context, id: string, status: 'succeeded' | 'failed'): Refund {
  const before = objectOf(context, 'refunds', id, 'refund', 'refund');
  const row = before.charge ? context.store.get('charges', before.charge) : undefined;
  if (!row) throw missing('refund', id, 'refund');
  if (before.status === status || before.status === 'failed') {
    throw invalid(`The refund is ${before.status} already.`);
  }
  const { pending_reason: _, ...rest } = before;
  let after: Refund = { ...rest, status };
  if (status === 'succeeded') {
    after = { ...after, balance_transaction: bookRefund(context, row.object, id, before.amount, 0) };
  } else {
    after = { ...after, failure_reason: 'lost_or_stolen_card' };
    if (before.balance_transaction) {
      const back = book(context, {
        type: 'refund_failure',
        reportingCategory: 'refund_failure',
        amount: before.amount,
        currency: before.currency,
        source: id,
      });
      after = { ...after, failure_balance_transaction: back.id };
    }
    const amountRefunded = row.object.amount_refunded - before.amount;
    context.store.put('charges', row.object.id, {
      ...row,
      object: { ...row.object, amount_refunded: amountRefunded, refunded: false },
    });
  }
  putRefund(context, after);
  recordEvent(context, 'refund.updated', after, { status: before.status });
  if (status === 'failed') recordEvent(context, 'refund.failed', after);
  return after;
}
