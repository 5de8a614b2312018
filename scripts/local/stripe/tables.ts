import type Stripe from 'stripe';

/** An object of the package's types whose references are ids, never expanded objects. */
type Stored<T, References extends keyof T> = Omit<T, References> & {
  [Name in References]: Extract<T[Name], string | null>;
};

export type Account = Stripe.Account;
export type Session = Stored<Stripe.Checkout.Session, 'payment_intent'>;
export type PaymentIntent = Stored<Stripe.PaymentIntent, 'latest_charge' | 'payment_method'>;
export type Charge = Stored<Stripe.Charge, 'application_fee' | 'balance_transaction' | 'payment_intent'>;
export type Refund = Stored<Stripe.Refund, 'charge' | 'payment_intent' | 'balance_transaction'>;
export type ApplicationFee = Stored<Stripe.ApplicationFee, 'account' | 'charge' | 'balance_transaction'>;
export type FeeRefund = Stored<Stripe.FeeRefund, 'fee' | 'balance_transaction'>;
export type Dispute = Stored<Stripe.Dispute, 'charge' | 'payment_intent'>;
export type BalanceTransaction = Stored<Stripe.BalanceTransaction, 'source'>;
/** On the wire decimals are strings; the package makes objects of them. */
type Price = Omit<Stripe.Price, 'unit_amount_decimal'> & { unit_amount_decimal: string | null };
export type LineItem = Omit<Stripe.LineItem, 'price'> & { price: Price | null };
export type Event = {
  id: string;
  object: 'event';
  account: string;
  api_version: string;
  created: number;
  data: { object: unknown; previous_attributes?: Record<string, unknown> };
  livemode: false;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: string;
};

/** A Stripe object and the account that it belongs to. */
export type Row<T> = { account: string; object: T };

/** Whether the platform may act on an account: its owner can take that away. */
export type AccountAccess = { connected: boolean };

export type AccountLink = {
  account: string;
  refreshUrl: string;
  returnUrl: string;
  expiresAtMs: number;
  visited: boolean;
};

/** What a Checkout Session carries that its object does not show. */
export type SessionSecrets = {
  applicationFeeAmount: number | null;
  intentMetadata: Record<string, string>;
  intentDescription: string | null;
  statementDescriptorSuffix: string | null;
  receiptEmail: string | null;
  transferGroup: string | null;
  lineItems: LineItem[];
};

export type SavedAnswer = {
  endpoint: string;
  parametersHash: string;
  status: number;
  body: unknown;
  requestId: string;
  savedAtMs: number;
};

export type Delivery = {
  eventId: string;
  dueAtMs: number;
  /** Held deliveries wait for a flush; lost and given up ones stay for the record. */
  state: 'waiting' | 'held' | 'delivered' | 'lost' | 'given_up';
  /** A delivery that must have been tried before this one. */
  after: string | null;
  attempts: { atMs: number; status: number | null }[];
};

export type Tables = {
  accounts: Row<Account>;
  accountAccess: AccountAccess;
  accountLinks: AccountLink;
  sessions: Row<Session>;
  sessionSecrets: SessionSecrets;
  paymentIntents: Row<PaymentIntent>;
  charges: Row<Charge>;
  refunds: Row<Refund>;
  applicationFees: Row<ApplicationFee>;
  feeRefunds: Row<FeeRefund>;
  disputes: Row<Dispute>;
  balanceTransactions: Row<BalanceTransaction>;
  events: Row<Event>;
  deliveries: Delivery;
  savedAnswers: SavedAnswer;
  knobs: unknown;
};
export type TableName = keyof Tables;

/** Tables of objects that an account owns and that are listed, retrieved and expanded. */
export type ObjectTable =
  | 'sessions'
  | 'paymentIntents'
  | 'charges'
  | 'refunds'
  | 'applicationFees'
  | 'feeRefunds'
  | 'disputes'
  | 'balanceTransactions'
  | 'events';
