import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { JsonObject } from '../../domain/journal.ts';
import { type AccountRequirements, CONNECT_STATES } from '../../domain/payment/connected-account.ts';
import { instant, tenantId, tenantPolicy } from './columns.ts';

/** An account that was asked for and not answered for yet: the complete request, sent again as it is. */
export type AccountRequest = { idempotencyKey: string; params: JsonObject; requestedAtMs: number };

/** How a shop takes cash: its account at Stripe, as last heard, and whether it takes it at the counter. */
export const paymentAccounts = pgTable(
  'payment_accounts',
  {
    tenantId: tenantId(),
    accountId: text('account_id'),
    country: text('country'),
    state: text('state', { enum: CONNECT_STATES }).notNull(),
    chargesEnabled: boolean('charges_enabled').notNull(),
    payoutsEnabled: boolean('payouts_enabled').notNull(),
    detailsSubmitted: boolean('details_submitted').notNull(),
    disabledReason: text('disabled_reason'),
    requirements: jsonb('requirements').$type<AccountRequirements>().notNull(),
    /** As it stood when the shop connected; a later change of the platform's fee is not slipped in. */
    applicationFeeBasisPoints: integer('application_fee_basis_points').notNull(),
    counterEnabled: boolean('counter_enabled').notNull(),
    request: jsonb('request').$type<AccountRequest>(),
    /** Accounts asked for so far; part of the next request's key. */
    requests: integer('requests').notNull(),
    /** Until when, in milliseconds, the account's events have been looked through for lost ones. */
    eventsCursor: text('events_cursor'),
    /** When Stripe was asked for what stands here: an answer to an older question never overwrites it. */
    askedAtMs: instant('asked_at').notNull(),
    updatedAtMs: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'payment_accounts_pkey', columns: [table.tenantId] }),
    unique('payment_accounts_account_unique').on(table.accountId),
    tenantPolicy(),
  ],
);

/** Events of Stripe whose effect is in; a second delivery finds its id here. */
export const stripeEvents = pgTable(
  'stripe_events',
  {
    tenantId: tenantId(),
    eventId: text('event_id').notNull(),
    type: text('type').notNull(),
    accountId: text('account_id').notNull(),
    /** Stripe's own time of the event. */
    createdAtMs: instant('created_at').notNull(),
    receivedAtMs: instant('received_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'stripe_events_pkey', columns: [table.tenantId, table.eventId] }),
    index('stripe_events_by_receipt').on(table.tenantId, table.receivedAtMs),
    tenantPolicy(),
  ],
);
