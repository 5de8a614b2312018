import { book } from './balance.ts';
import { type Context, secondsOf } from './context.ts';
import { invalid } from './error.ts';
import { recordEvent } from './events.ts';
import { newId } from './identifier.ts';
import { listing, objectOf, retrieving } from './objects.ts';
import type { Charge, Dispute } from './tables.ts';

const PATH = '/v1/disputes';
const ANSWER_WITHIN_MS = 7 * 24 * 3_600_000;

export const disputeEndpoints = [
  retrieving(PATH, 'disputes', 'dispute', 'dispute'),
  listing(PATH, 'disputes', ['charge', 'payment_intent']),
];

const EVIDENCE: Dispute['evidence'] = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

function put(context: Context, dispute: Dispute): Dispute {
  context.store.put('disputes', dispute.id, { account: context.account, object: dispute });
  return dispute;
}

function bookDispute(context: Context, charge: Charge, id: string, amount: number) {
  const reportingCategory = amount < 0 ? 'dispute' : 'dispute_reversal';
  const { currency } = charge;
  return book(context, { type: 'adjustment', reportingCategory, amount, currency, source: id });
}

/** The payer's bank takes a charge back: the account is without the money until the dispute is won. */
export function openDispute(context: Context, paymentIntent: string, reason: string): Dispute {
  const intent = objectOf(context, 'paymentIntents', paymentIntent, 'payment_intent', 'payment_intent');
  const charge = objectOf(context, 'charges', intent.latest_charge ?? '', 'charge', 'charge');
  if (charge.disputed) throw invalid(`Charge ${charge.id} is disputed already.`);
  const left = charge.amount - charge.amount_refunded;
  if (!charge.paid || left === 0) throw invalid(`Nothing of charge ${charge.id} is left to dispute.`);
  const id = newId('dp');
  context.store.put('charges', charge.id, {
    account: context.account,
    object: { ...charge, disputed: true },
  });
  const dispute = put(context, {
    id,
    object: 'dispute',
    amount: left,
    balance_transactions: [bookDispute(context, charge, id, -left)],
    charge: charge.id,
    created: secondsOf(context.nowMs),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: EVIDENCE,
    evidence_details: {
      due_by: secondsOf(context.nowMs + ANSWER_WITHIN_MS),
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    network_reason_code: '10.4',
    payment_intent: intent.id,
    payment_method_details: {
      card: { brand: 'visa', case_type: 'chargeback', network: 'visa', network_reason_code: '10.4' },
      type: 'card',
    },
    reason,
    status: 'needs_response',
  });
  recordEvent(context, 'charge.dispute.created', dispute);
  return dispute;
}

/** Ends a dispute: won gives the account its money back, lost leaves it with the payer. */
export function closeDispute(context: Context, id: string, status: 'won' | 'lost'): Dispute {
  const before = objectOf(context, 'disputes', id, 'dispute', 'dispute');
  if (before.status === 'won' || before.status === 'lost') {
    throw invalid(`The dispute is ${before.status} already.`);
  }
  const charge = objectOf(context, 'charges', before.charge, 'charge', 'charge');
  const back = status === 'won' ? [bookDispute(context, charge, id, before.amount)] : [];
  const balanceTransactions = [...before.balance_transactions, ...back];
  const dispute = put(context, { ...before, balance_transactions: balanceTransactions, status });
  recordEvent(context, 'charge.dispute.closed', dispute);
  return dispute;
}
